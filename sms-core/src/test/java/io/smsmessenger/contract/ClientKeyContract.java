package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.NewOutbound;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How {@link io.smsmessenger.store.OutboxStore} knows a message again that is handed over twice. */
public abstract class ClientKeyContract extends SendingContractBase {
    private final UserId ann = user("ann");
    private final UserId bob = user("bob");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    @Nested
    @DisplayName("The caller's key")
    class ClientKeys {
        @Test
        @DisplayName("makes the same message handed over again the first one, as it stands now")
        void repeated() {
            Message first = send(text(line, peer).key("k"));
            pass(claim(first));
            Enqueued again = store().outbox().enqueue(text(line, peer).key("k").build());

            assertThat(again).isEqualTo(new Enqueued.Repeated(reload(ann, first)));
            assertThat(((Enqueued.Repeated) again).message().status()).isEqualTo(MessageStatus.SENDING);
            assertThat(store().messages()
                            .page(ann, first.conversationId(), PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .hasSize(1);
        }

        @Test
        @DisplayName("refuses another message, and keeps nothing of it")
        void conflicting() {
            Message first = send(text(line, peer).key("k"));
            Address other = number();
            Enqueued clash = store().outbox()
                    .enqueue(text(line, other).key("k").fingerprint("another").build());

            assertThat(clash).isEqualTo(new Enqueued.Conflicting());
            assertThat(reload(ann, first)).isEqualTo(first);
            assertThat(store().conversations().latestWith(ann, other)).isEmpty();
        }

        @Test
        @DisplayName("is answered without handing the message over again, and only to its owner")
        void asked() {
            Message first = send(text(line, peer).key("k").fingerprint("print"));
            assertThat(store().outbox().repeated(ann, "k", "print")).contains(new Enqueued.Repeated(first));
            assertThat(store().outbox().repeated(ann, "k", "another")).contains(new Enqueued.Conflicting());
            assertThat(store().outbox().repeated(ann, "K", "print")).isEmpty();
            assertThat(store().outbox().repeated(bob, "k", "print")).isEmpty();
        }

        @Test
        @DisplayName("that is new does not send from another's number")
        void foreignNumber() {
            NewOutbound own = text(line, peer).key("k").build();
            NewOutbound foreign = new NewOutbound(
                    bob,
                    own.numberId(),
                    own.profileId(),
                    own.peer(),
                    own.content(),
                    own.clientKey(),
                    own.fingerprint(),
                    own.reference(),
                    own.priority(),
                    own.campaign(),
                    own.guarantee(),
                    own.at(),
                    own.sendAt(),
                    own.sendZone(),
                    own.expiresAt(),
                    own.estimate());
            assertRefused(Problem.NUMBER_NOT_AVAILABLE, () -> store().outbox().enqueue(foreign));
            assertThat(store().conversations().latestWith(bob, peer)).isEmpty();
        }

        @Test
        @DisplayName("is one user's own")
        void perOwner() {
            Message annas = send(text(line, peer).key("k"));
            Message bobs = send(text(line(bob), peer).key("k").fingerprint("another"));
            assertThat(bobs.id()).isNotEqualTo(annas.id());
        }

        @Test
        @DisplayName("is taken to the letter: case, spaces and accents make another key")
        void exact() {
            List<Message> messages = List.of("key", "KEY", "Key", "key ", " key", "kéy", "ke\u0301y").stream()
                    .map(key -> send(text(line, peer).key(key)))
                    .toList();
            assertThat(messages).extracting(Message::id).doesNotHaveDuplicates();
            assertThat(messages)
                    .allSatisfy(message ->
                            assertThat(reload(ann, message).clientKey()).isEqualTo(message.clientKey()));
        }

        @Test
        @DisplayName("may be as long as a draft allows, and counts to its last character")
        void longest() {
            String stem = "x".repeat(Draft.MAX_CLIENT_KEY_LENGTH - 1);
            Message one = send(text(line, peer).key(stem + "1"));
            Message two = send(text(line, peer).key(stem + "2"));
            assertThat(one.id()).isNotEqualTo(two.id());
            assertThat(reload(ann, two).clientKey()).isEqualTo(stem + "2");
        }
    }
}
