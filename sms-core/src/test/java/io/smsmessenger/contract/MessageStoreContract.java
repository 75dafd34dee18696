package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link io.smsmessenger.store.MessageStore} shows of messages, whoever wrote them. */
public abstract class MessageStoreContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    @Nested
    @DisplayName("A message")
    class OneMessage {
        @Test
        @DisplayName("that goes out comes back as it was handed over")
        void outbound() {
            Message sent = send(text(line, peer).says("On my way").key("key-1").at(in(-1)));

            assertThat(reload(ann, sent)).isEqualTo(sent);
            assertThat(sent.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(sent.numberId()).isEqualTo(line.id());
            assertThat(sent.profileId()).isEqualTo(line.profileId());
            assertThat(sent.number()).isEqualTo(line.number());
            assertThat(sent.peer()).isEqualTo(peer);
            assertThat(sent.content().text()).isEqualTo("On my way");
            assertThat(sent.status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(sent.failure()).isNull();
            assertThat(sent.occurredAt()).isEqualTo(in(-1));
            assertThat(sent.sendAt()).isNull();
            assertThat(sent.sentAt()).isNull();
            assertThat(sent.completedAt()).isNull();
            assertThat(sent.position()).isZero();
            assertThat(sent.clientKey()).isEqualTo("key-1");
            assertThat(sent.providerId()).isNull();
            assertThat(sent.billing().parts()).isEqualTo(1);
        }

        @Test
        @DisplayName("that comes in comes back as the carrier told it")
        void inbound() {
            Incoming incoming = incoming(peer, line).says("Where are you?").receivedAt(in(-1));
            Message text = stored(receive(incoming)).message();

            assertThat(reload(ann, text)).isEqualTo(text);
            assertThat(text.direction()).isEqualTo(Direction.INBOUND);
            assertThat(text.numberId()).isEqualTo(line.id());
            assertThat(text.profileId()).isEqualTo(line.profileId());
            assertThat(text.number()).isEqualTo(line.number());
            assertThat(text.peer()).isEqualTo(peer);
            assertThat(text.content().text()).isEqualTo("Where are you?");
            assertThat(text.status()).isEqualTo(MessageStatus.RECEIVED);
            assertThat(text.occurredAt()).isEqualTo(in(-1));
            assertThat(text.position()).isEqualTo(1);
            assertThat(text.clientKey()).isNull();
            assertThat(text.providerId()).isEqualTo(incoming.build().messageId());
        }

        @ParameterizedTest(name = "{index}")
        @ValueSource(
                strings = {
                    "Plain",
                    "Ünïcödé ß € @ {}[]~|^\\",
                    "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 family",
                    "\uD842\uDFB7 and \uD834\uDD1E",
                    "  spaces at both ends  ",
                    "line\nbreaks\r\nand\ttabs",
                    "שלום مرحبا",
                    "'; drop table sms_message; --"
                })
        @DisplayName("keeps every character in both directions")
        void everyCharacter(String text) {
            assertThat(reload(ann, send(line, peer, text)).content().text()).isEqualTo(text);
            assertThat(reload(ann, texts(peer, line, text).message()).content().text())
                    .isEqualTo(text);
        }

        @Test
        @DisplayName("keeps a text of ten parts and more")
        void longText() {
            String text = "0123456789\uD83D\uDE00".repeat(300);
            assertThat(reload(ann, send(line, peer, text)).content().text()).isEqualTo(text);
            assertThat(reload(ann, texts(peer, line, text).message()).content().text())
                    .isEqualTo(text);
        }

        @Test
        @DisplayName("keeps its media in order")
        void media() {
            String[] urls = {
                "https://media.example/b.png?x=1&y=%20", "https://media.example/a.png", "https://media.example/b.png"
            };
            List<URI> expected = List.of(urls).stream().map(URI::create).toList();
            assertThat(reload(ann, send(text(line, peer).shows(urls))).content().media())
                    .isEqualTo(expected);
            Message inbound = stored(receive(incoming(peer, line).shows(urls))).message();
            assertThat(reload(ann, inbound).content().media()).isEqualTo(expected);
            assertThat(reload(ann, inbound).content().text()).isEmpty();
        }

        @Test
        @DisplayName("keeps its times to the microsecond")
        void microseconds() {
            var odd = now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plusNanos(123_457_000);
            assertThat(reload(ann, send(text(line, peer).at(odd))).occurredAt()).isEqualTo(odd);
            Message text = stored(receive(incoming(peer, line).receivedAt(odd))).message();
            assertThat(reload(ann, text).occurredAt()).isEqualTo(odd);
        }

        @Test
        @DisplayName("on a number without a profile came in on none")
        void withoutProfile() {
            NumberAssignment bare = assign(ann, number(), null, yesterday());
            assertThat(texts(peer, bare, "Hi").message().profileId()).isNull();
        }

        @Test
        @DisplayName("counts the texts that came in before it")
        void positions() {
            assertThat(send(line, peer, "0").position()).isZero();
            assertThat(texts(peer, line, "1").message().position()).isEqualTo(1);
            assertThat(send(line, peer, "still 1").position()).isEqualTo(1);
            assertThat(texts(peer, line, "2").message().position()).isEqualTo(2);
            assertThat(texts(number(), line, "another's 1").message().position())
                    .isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("The messages of a conversation")
    class OfAConversation {
        @Test
        @DisplayName("are shown newest first in both directions, none twice among equal times")
        void walked() {
            List<Message> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(stored(receive(incoming(peer, line).receivedAt(in(i / 3))))
                        .message());
                all.add(send(text(line, peer).at(in(i / 3))));
            }
            texts(number(), line, "elsewhere");
            all.sort(Comparator.comparing(Message::occurredAt)
                    .thenComparing(message -> message.id().value())
                    .reversed());
            PageWalk.assertWalks(all, 4, request -> page(all.get(0).conversationId(), request));
        }

        @Test
        @DisplayName("hold a late text at the time it was received")
        void lateText() {
            Message newer = texts(peer, line, "newer").message();
            Message older = stored(receive(incoming(peer, line).receivedAt(now.minus(Duration.ofMinutes(5)))))
                    .message();
            assertThat(page(newer.conversationId(), PageRequest.first(10)).items())
                    .containsExactly(newer, older);
        }

        @Test
        @DisplayName("neither repeat nor skip while texts arrive")
        void whileTextsArrive() {
            Message one =
                    stored(receive(incoming(peer, line).receivedAt(in(1)))).message();
            Message two =
                    stored(receive(incoming(peer, line).receivedAt(in(2)))).message();
            Message three =
                    stored(receive(incoming(peer, line).receivedAt(in(3)))).message();
            ConversationId conversation = one.conversationId();
            Page<Message> first = page(conversation, PageRequest.first(2));
            Message four =
                    stored(receive(incoming(peer, line).receivedAt(in(4)))).message();

            Page<Message> second = page(conversation, PageRequest.first(2).after(Objects.requireNonNull(first.last())));
            Page<Message> news = page(conversation, PageRequest.first(2).before(Objects.requireNonNull(first.first())));
            assertThat(first.items()).containsExactly(three, two);
            assertThat(second.items()).containsExactly(one);
            assertThat(news.items()).containsExactly(four);
        }

        @Test
        @DisplayName("are none in a conversation that was only opened")
        void none() {
            ConversationId conversation = store().conversations()
                    .open(ann, line.id(), peer, now)
                    .orElseThrow()
                    .id();
            assertThat(page(conversation, PageRequest.first(10)).items()).isEmpty();
        }

        @Test
        @DisplayName("that does not exist are not an empty page")
        void missing() {
            assertThat(store().messages().page(ann, new ConversationId(Long.MAX_VALUE), PageRequest.first(10)))
                    .isEmpty();
            assertThat(store().messages().find(ann, new MessageId(Long.MAX_VALUE)))
                    .isEmpty();
            assertThat(store().messages().history(ann, new MessageId(Long.MAX_VALUE)))
                    .isEmpty();
        }

        private Page<Message> page(ConversationId conversation, PageRequest request) {
            return store().messages().page(ann, conversation, request).orElseThrow();
        }
    }
}
