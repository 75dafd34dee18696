package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderEvent.Other;
import io.smsmessenger.model.ProviderEvent.Unreadable;
import io.smsmessenger.store.Advanced;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.Received;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for a person or another try. */
public abstract class KeptEventContract extends StoreContractBase {
    private final String eventId = UUID.randomUUID().toString();
    private final Address peer = number();

    private Unreadable unreadable(String id) {
        return new Unreadable(id, "message.received", now, "no sender");
    }

    private boolean keep(ProviderEvent event, Disposition disposition, Instant at) {
        return store().inbox().keep(account(), event, disposition, RAW, at);
    }

    /** All that waits in this state in the test's own account, latest first. */
    private List<KeptEvent> kept(Disposition disposition) {
        return PageWalk.forward(50, request -> store().inbox().kept(disposition, request)).stream()
                .filter(event -> event.account().equals(account()))
                .toList();
    }

    private KeptEvent only(Disposition disposition) {
        List<KeptEvent> kept = kept(disposition);
        assertThat(kept).hasSize(1);
        return kept.get(0);
    }

    @Nested
    @DisplayName("An event that cannot be applied")
    class Dead {
        @Test
        @DisplayName("is kept with its body, byte for byte")
        void bytes() {
            byte[] raw = new byte[256];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (byte) i;
            }
            assertThat(store().inbox().keep(account(), unreadable(eventId), Disposition.DEAD, raw, in(3)))
                    .isTrue();

            KeptEvent event = only(Disposition.DEAD);
            assertThat(event.eventId()).isEqualTo(eventId);
            assertThat(event.type()).isEqualTo("message.received");
            assertThat(event.disposition()).isEqualTo(Disposition.DEAD);
            assertThat(event.why()).isEqualTo("no sender");
            assertThat(event.raw()).isEqualTo(raw);
            assertThat(event.receivedAt()).isEqualTo(in(3));
        }

        @Test
        @DisplayName("is kept whole up to the largest body that is taken")
        void large() {
            byte[] raw = "{\"text\":\"\uD83D\uDE00\"}".repeat(15_000).getBytes(StandardCharsets.UTF_8);
            store().inbox().keep(account(), unreadable(eventId), Disposition.DEAD, raw, now);
            assertThat(only(Disposition.DEAD).raw()).isEqualTo(raw);
        }

        @Test
        @DisplayName("is kept once")
        void once() {
            assertThat(keep(unreadable(eventId), Disposition.DEAD, now)).isTrue();
            assertThat(keep(unreadable(eventId), Disposition.DEAD, in(5))).isFalse();
            assertThat(only(Disposition.DEAD).receivedAt()).isEqualTo(now);
        }

        @Test
        @DisplayName("waits until it is told again and can be applied")
        void readableNow() {
            NumberAssignment line = line(user("ann"));
            keep(unreadable(eventId), Disposition.DEAD, now);
            assertThat(receive(incoming(peer, line).eventId(eventId))).isInstanceOf(Received.Stored.class);
            assertThat(kept(Disposition.DEAD)).isEmpty();
            assertThat(keep(unreadable(eventId), Disposition.DEAD, now)).isFalse();
            assertThat(kept(Disposition.DEAD)).isEmpty();
        }

        @Test
        @DisplayName("waits no more once it is told again as one of no concern")
        void ignoredNow() {
            keep(unreadable(eventId), Disposition.DEAD, now);
            assertThat(keep(new Other(eventId, "call.hangup", now), Disposition.IGNORED, now))
                    .isFalse();
            assertThat(kept(Disposition.DEAD)).isEmpty();
        }

        @Test
        @DisplayName("is one account's own")
        void perAccount() {
            keep(unreadable(eventId), Disposition.DEAD, now);
            assertThat(store().inbox().keep(anotherAccount(), unreadable(eventId), Disposition.DEAD, RAW, now))
                    .isTrue();
        }

        @Test
        @DisplayName("is listed with the others, latest first, page by page")
        void listed() {
            for (int i = 0; i < 5; i++) {
                keep(unreadable(eventId + i), Disposition.DEAD, in(i / 2));
            }
            List<String> all =
                    kept(Disposition.DEAD).stream().map(KeptEvent::eventId).toList();
            assertThat(all).containsExactly(eventId + 4, eventId + 3, eventId + 2, eventId + 1, eventId + 0);
            assertThat(PageWalk.forward(2, request -> store().inbox().kept(Disposition.DEAD, request)))
                    .extracting(KeptEvent::eventId)
                    .containsSubsequence(all);
        }
    }

    @Nested
    @DisplayName("An event that waits")
    class Waiting {
        @Test
        @DisplayName("is a text that nobody owned, until it is told again to an owner")
        void quarantined() {
            NumberAssignment line = line(user("ann"));
            Instant before = yesterday().minusSeconds(1);
            Incoming stray = incoming(peer, line).receivedAt(before);
            assertThat(receive(stray)).isEqualTo(new Received.Unowned());
            assertThat(receive(stray)).isEqualTo(new Received.Unowned());

            KeptEvent event = only(Disposition.QUARANTINED);
            assertThat(event.eventId()).isEqualTo(stray.build().eventId());
            assertThat(event.raw()).isEqualTo(RAW);
            assertThat(event.receivedAt()).isEqualTo(now);

            assertThat(receive(stray.receivedAt(now))).isInstanceOf(Received.Stored.class);
            assertThat(receive(stray)).isEqualTo(new Received.Duplicate());
            assertThat(kept(Disposition.QUARANTINED)).isEmpty();
        }

        @Test
        @DisplayName("is a receipt whose message is not there")
        void parked() {
            News news = news(providerId(), MessageStatus.DELIVERED);
            assertThat(advance(news)).isEqualTo(new Advanced.Parked());

            KeptEvent event = only(Disposition.PARKED);
            assertThat(event.eventId()).isEqualTo(news.build().eventId());
            assertThat(event.type()).isEqualTo(news.build().type());
            assertThat(event.raw()).isEqualTo(RAW);
        }
    }

    @Nested
    @DisplayName("An event that is done with")
    class Done {
        @ParameterizedTest(name = "{0}")
        @EnumSource(names = {"APPLIED", "IGNORED"})
        @DisplayName("is known by its id, waits for nobody and stays so")
        void known(Disposition disposition) {
            Other event = new Other(eventId, "call.hangup", now);
            assertThat(keep(event, disposition, now)).isTrue();
            assertThat(keep(event, disposition, now)).isFalse();
            assertThat(kept(disposition)).isEmpty();
            assertThat(keep(unreadable(eventId), Disposition.DEAD, now)).isFalse();
            assertThat(kept(Disposition.DEAD)).isEmpty();
        }

        @Test
        @DisplayName("is every text that arrived")
        void applied() {
            NumberAssignment line = line(user("ann"));
            Message text =
                    stored(receive(incoming(peer, line).eventId(eventId))).message();
            assertThat(keep(unreadable(eventId), Disposition.DEAD, now)).isFalse();
            assertThat(advance(news(providerId(), MessageStatus.SENT).eventId(eventId)))
                    .isEqualTo(new Advanced.Duplicate());
            assertThat(kept(Disposition.DEAD)).isEmpty();
            assertThat(kept(Disposition.PARKED)).isEmpty();
            assertThat(reload(user("ann"), text)).isEqualTo(text);
        }
    }
}
