package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.NewOutbound;
import io.smsmessenger.store.Settlement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Texts that are changed before they leave. */
public abstract class EditContract extends SendingContractBase {
    private static final Billing TWO_PARTS = new Billing(Encoding.UCS_2, 2, null);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private Edit words(String text, @Nullable Instant sendAt) {
        return new Edit(Content.text(text), TWO_PARTS, sendAt, sendAt == null ? null : BERLIN, in(3600));
    }

    /** Edited five seconds after the test's start. */
    private Message edit(Message message, Edit edit) {
        return store().outbox().edit(ann, message.id(), edit, in(5)).orElseThrow();
    }

    private List<MessageEvent> history(Message message) {
        return store().messages().history(ann, message.id()).orElseThrow();
    }

    @Nested
    @DisplayName("An edited text")
    class Edited {
        @Test
        @DisplayName("has the new words, parts, time and zone, and is the same message otherwise")
        void all() {
            Message before = send(text(line, peer).says("Old").sendAt(in(60)));
            Message after = edit(before, words("New", in(90)));
            assertThat(after.content()).isEqualTo(Content.text("New"));
            assertThat(after.billing()).isEqualTo(TWO_PARTS);
            assertThat(after.sendAt()).isEqualTo(in(90));
            assertThat(after.sendZone()).isEqualTo(BERLIN);
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.clientKey()).isEqualTo(before.clientKey());
            assertThat(after.occurredAt()).isEqualTo(before.occurredAt());
            assertThat(after.status()).isEqualTo(MessageStatus.SCHEDULED);
            assertThat(reload(ann, before)).isEqualTo(after);
            assertThat(history(before)).noneMatch(MessageEvent::applied);

            assertThat(claims(in(89), before)).isEmpty();
            Claim claim = claim(in(90), before);
            assertThat(claim.content()).isEqualTo(Content.text("New"));
            assertThat(claim.expiresAt()).isEqualTo(in(3600));
            store().outbox().show(claim);
            assertThat(conversationOf(ann, before).lastActivityAt()).isEqualTo(in(90));
        }

        @Test
        @DisplayName("is the same to whoever hands its first draft over again")
        void repeated() {
            NewOutbound draft = text(line, peer).says("Old").key("key").build();
            Message message = send(draft);
            Message edited = edit(message, words("New", null));
            assertThat(store().outbox().enqueue(draft)).isEqualTo(new Enqueued.Repeated(edited));
            assertThat(store().outbox().repeated(ann, "key", draft.fingerprint()))
                    .contains(new Enqueued.Repeated(edited));
            assertThat(store().outbox().repeated(ann, "key", "another")).contains(new Enqueued.Conflicting());
        }

        @Test
        @DisplayName("that was scheduled is queued when it is to leave at once, or at a time gone by")
        void atOnce() {
            Message one = send(text(line, peer).sendAt(in(60)));
            Message other = send(text(line, peer).sendAt(in(60)));
            assertThat(edit(one, words("New", null)).status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(edit(other, words("New", in(5))).status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(history(one))
                    .endsWith(new MessageEvent(
                            MessageStatus.QUEUED, MessageEvent.Source.PERSON, true, in(5), in(5), null));
            assertThat(reload(ann, one).sendAt()).isNull();
            assertThat(reload(ann, one).sendZone()).isNull();
            assertThat(claims(in(4), one, other)).isEmpty();
            assertThat(claims(in(5), one, other)).hasSize(2);
        }

        @Test
        @DisplayName("that was queued leaves later if told so, and stays queued: a status never goes down")
        void later() {
            Message message = send(line, peer, "Old");
            Message after = edit(message, words("New", in(60)));
            assertThat(after.status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(after.sendAt()).isEqualTo(in(60));
            assertThat(claims(in(59), message)).isEmpty();
            assertThat(claims(in(60), message)).hasSize(1);
        }

        @Test
        @DisplayName("keeps its last moment when none is said")
        void lastMoment() {
            Message message = send(text(line, peer).expiresAt(in(60)));
            edit(message, new Edit(Content.text("New"), TWO_PARTS, null, null, null));
            Claim claim = claim(in(5), message);
            assertThat(claim.expiresAt()).isEqualTo(in(60));
            assertThat(gate(claim, in(60))).isInstanceOf(Gate.Refused.class);
        }

        @Test
        @DisplayName("keeps the time that another set meanwhile when the words alone are changed")
        void wordsAlone() {
            Message read = send(text(line, peer).says("Old").sendAt(in(60)));
            edit(read, words("Old", in(90)));
            Message after = edit(read, new Edit(Content.text("New"), TWO_PARTS, read.sendAt(), read.sendZone(), null));
            assertThat(after.content()).isEqualTo(Content.text("New"));
            assertThat(after.sendAt()).isEqualTo(in(90));
            assertThat(after.sendZone()).isEqualTo(BERLIN);
            assertThat(after.status()).isEqualTo(MessageStatus.SCHEDULED);
            assertThat(reload(ann, read)).isEqualTo(after);
            assertThat(claims(in(89), read)).isEmpty();
            assertThat(claim(in(90), read).expiresAt()).isEqualTo(in(3600));
        }

        @Test
        @DisplayName("that was put off is due again when it is to leave at once")
        void putOff() {
            Message message = send(line, peer, "Old");
            store().outbox().defer(claim(message), in(900));
            edit(message, words("New", null));
            assertThat(claims(in(5), message)).hasSize(1);
        }

        @Test
        @DisplayName("that somebody holds is taken from them, and goes out with the new words")
        void claimed() {
            Message message = send(line, peer, "Old");
            Claim stale = claim(message);
            edit(message, words("New", null));
            assertThat(gate(stale, in(5))).isEqualTo(new Gate.Lost());
            store().outbox().defer(stale, in(900));
            Claim current = claim(in(5), message);
            assertThat(current.content()).isEqualTo(Content.text("New"));
            assertThat(gate(current, in(5))).isInstanceOf(Gate.Passed.class);
        }

        @Test
        @DisplayName("can be edited again, and called back")
        void again() {
            Message message = send(line, peer, "Old");
            edit(message, words("New", in(60)));
            edit(message, words("Newer", null));
            assertThat(conversationOf(ann, message).preview()).isEqualTo("Newer");
            assertThat(store().outbox().cancel(ann, message.id(), in(5))).isPresent();
            assertThat(claims(in(60), message)).isEmpty();
        }
    }

    @Nested
    @DisplayName("It is too late for a text that")
    class TooLate {
        private void refused(Message message) {
            Message before = reload(ann, message);
            assertThat(store().outbox().edit(ann, message.id(), words("New", null), in(5)))
                    .isEmpty();
            assertThat(reload(ann, message)).isEqualTo(before);
            assertThat(conversationOf(ann, message).preview()).isNotEqualTo("New");
        }

        @Test
        @DisplayName("passed the gate, whatever became of it")
        void gated() {
            Message message = send(line, peer, "Old");
            Claim claim = sending(message);
            refused(message);
            settle(claim, new Settlement.NotSent(TIMED_OUT, now));
            refused(message);
            settle(sending(message), new Settlement.Unknown(TIMED_OUT));
            refused(message);
            store().outbox().sendAgain(ann, message.id(), in(60), now);
            refused(message);
            accepted(message);
            refused(message);
        }

        @Test
        @DisplayName("was called back, or came in")
        void others() {
            Message message = send(line, peer, "Old");
            store().outbox().cancel(ann, message.id(), now);
            refused(message);
            refused(texts(peer, line, "Hi").message());
        }
    }

    @Nested
    @DisplayName("A conversation")
    class Previews {
        @Test
        @DisplayName("that shows the text shows the new words, and counts no activity")
        void shown() {
            Message message = send(line, peer, "Old");
            Instant activity = conversationOf(ann, message).lastActivityAt();
            edit(message, words("New", null));
            assertThat(conversationOf(ann, message).preview()).isEqualTo("New");
            assertThat(conversationOf(ann, message).lastActivityAt()).isEqualTo(activity);
        }

        @Test
        @DisplayName("that shows another text goes on doing so, even one of the same words")
        void notShown() {
            Message first = send(line, peer, "Same");
            Message second = send(text(line, peer).says("Same").at(in(1)));
            edit(second, words("New", null));
            assertThat(conversationOf(ann, first).preview()).isEqualTo("Same");

            texts(peer, line, "Answer");
            edit(first, words("New", null));
            assertThat(conversationOf(ann, first).preview()).isEqualTo("Answer");
        }
    }
}
