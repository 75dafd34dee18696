package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.SenderName;
import io.smsmessenger.model.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link io.smsmessenger.store.ConversationStore} keeps; {@link ConversationListContract} has its list. */
public abstract class ConversationStoreContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    @Nested
    @DisplayName("Opening a conversation")
    class Opening {
        @Test
        @DisplayName("makes an empty one, once")
        void once() {
            Conversation made =
                    store().conversations().open(ann, line.id(), peer, now).orElseThrow();

            assertThat(made.numberId()).isEqualTo(line.id());
            assertThat(made.number()).isEqualTo(line.number());
            assertThat(made.peer()).isEqualTo(peer);
            assertThat(made.preview()).isEmpty();
            assertThat(made.lastDirection()).isNull();
            assertThat(made.lastActivityAt()).isEqualTo(now);
            assertThat(made.unread()).isFalse();
            assertThat(made.state()).isEqualTo(ConversationState.OPEN);
            assertThat(store().conversations().find(ann, made.id())).contains(made);
            assertThat(store().conversations().open(ann, line.id(), peer, in(60)))
                    .contains(made);
        }

        @Test
        @DisplayName("finds the one that texts have made")
        void existing() {
            Conversation conversation = texts(peer, line, "Hi").conversation();
            assertThat(store().conversations().open(ann, line.id(), peer, in(60)))
                    .contains(conversation);
            assertThat(send(line, peer, "Hello").conversationId()).isEqualTo(conversation.id());
        }

        @Test
        @DisplayName("keeps numbers, peers and the letters of senders' names apart")
        void apart() {
            Conversation one = texts(new SenderName("BANK"), line, "1").conversation();
            Conversation two = texts(new SenderName("Bank"), line, "2").conversation();
            Conversation three = texts(new SenderName("BANK"), line(ann), "3").conversation();
            assertThat(List.of(one.id(), two.id(), three.id())).doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("is not possible on a number given up")
        void closed() {
            store().numbers().release(line.number(), now);
            assertThat(store().conversations().open(ann, line.id(), peer, now)).isEmpty();
        }
    }

    @Nested
    @DisplayName("Reading a conversation")
    class Reading {
        @Test
        @DisplayName("up to a text that came in reads that one and those before it")
        void upToInbound() {
            texts(peer, line, "1");
            Message second = texts(peer, line, "2").message();
            Conversation three = texts(peer, line, "3").conversation();
            assertThat(three.unreadCount()).isEqualTo(3);

            Conversation read = read(second);
            assertThat(read.unreadCount()).isEqualTo(1);
            assertThat(read.unread()).isTrue();
            assertThat(read).isEqualTo(reload(ann, three));
        }

        @Test
        @DisplayName("up to a text that went out reads what had come in by then")
        void upToOutbound() {
            texts(peer, line, "1");
            Message answer = send(line, peer, "Answer");
            texts(peer, line, "2");

            assertThat(answer.position()).isEqualTo(1);
            assertThat(read(answer).unreadCount()).isEqualTo(1);
        }

        @Test
        @DisplayName("never moves back")
        void neverBack() {
            Message first = texts(peer, line, "1").message();
            Message second = texts(peer, line, "2").message();
            read(second);
            assertThat(read(first).unreadCount()).isZero();
            assertThat(read(first).readPosition()).isEqualTo(2);
        }

        @Test
        @DisplayName("never hides a text that came in since")
        void neverAhead() {
            Message first = texts(peer, line, "1").message();
            read(first);
            Conversation after = texts(peer, line, "2").conversation();
            assertThat(after.unreadCount()).isEqualTo(1);
            assertThat(read(first).unreadCount()).isEqualTo(1);
        }

        @Test
        @DisplayName("up to a text of another conversation, or to none, is not possible")
        void foreign() {
            Conversation conversation = texts(peer, line, "1").conversation();
            Message elsewhere = texts(number(), line, "2").message();

            assertThat(store().conversations().markRead(ann, conversation.id(), elsewhere.id()))
                    .isEmpty();
            assertThat(store().conversations().markRead(ann, conversation.id(), new MessageId(Long.MAX_VALUE)))
                    .isEmpty();
            assertThat(reload(ann, conversation).unreadCount()).isEqualTo(1);
        }

        @Test
        @DisplayName("counts what is unread over all of the user's conversations")
        void total() {
            assertThat(store().conversations().unreadTotal(ann)).isZero();
            texts(peer, line, "1");
            Message second = texts(peer, line, "2").message();
            texts(number(), line, "3");
            texts(peer, line(user("bob")), "4");
            assertThat(store().conversations().unreadTotal(ann)).isEqualTo(3);

            read(second);
            store().conversations().markUnread(ann, second.conversationId());
            assertThat(store().conversations().unreadTotal(ann)).isEqualTo(1);
        }

        private Conversation read(Message upTo) {
            return store().conversations()
                    .markRead(ann, upTo.conversationId(), upTo.id())
                    .orElseThrow();
        }
    }

    @Nested
    @DisplayName("The owner")
    class Owner {
        @Test
        @DisplayName("marks a conversation as unread, and reading it takes the mark away")
        void reminder() {
            Message text = texts(peer, line, "1").message();
            store().conversations().markRead(ann, text.conversationId(), text.id());
            Conversation marked = store().conversations()
                    .markUnread(ann, text.conversationId())
                    .orElseThrow();
            assertThat(marked.markedUnread()).isTrue();
            assertThat(marked.unread()).isTrue();
            assertThat(marked.unreadCount()).isZero();

            Conversation read = store().conversations()
                    .markRead(ann, text.conversationId(), text.id())
                    .orElseThrow();
            assertThat(read.markedUnread()).isFalse();
            assertThat(read.unread()).isFalse();
        }

        @Test
        @DisplayName("puts a conversation away, and the next text brings it back")
        void reopened() {
            Conversation conversation = texts(peer, line, "1").conversation();
            Conversation done = store().conversations()
                    .setState(ann, conversation.id(), ConversationState.DONE)
                    .orElseThrow();
            assertThat(done.state()).isEqualTo(ConversationState.DONE);
            assertThat(reload(ann, conversation)).isEqualTo(done);

            assertThat(texts(peer, line, "2").conversation().state()).isEqualTo(ConversationState.OPEN);
            assertThat(reload(ann, conversation).state()).isEqualTo(ConversationState.OPEN);
        }
    }

    @Nested
    @DisplayName("The preview")
    class Preview {
        @Test
        @DisplayName("is the latest text's, with its direction and time")
        void latest() {
            texts(peer, line, "First");
            Conversation conversation = stored(receive(
                            incoming(peer, line).says("Second \uD83D\uDE80").receivedAt(in(5))))
                    .conversation();
            assertThat(conversation.preview()).isEqualTo("Second \uD83D\uDE80");
            assertThat(conversation.lastDirection()).isEqualTo(Direction.INBOUND);
            assertThat(conversation.lastActivityAt()).isEqualTo(in(5));
            assertThat(reload(ann, conversation)).isEqualTo(conversation);
        }

        @Test
        @DisplayName("is not taken over by an older text that comes late")
        void lateText() {
            texts(peer, line, "Newer");
            Conversation conversation = stored(
                            receive(incoming(peer, line).says("Older").receivedAt(in(-60))))
                    .conversation();
            assertThat(conversation.preview()).isEqualTo("Newer");
            assertThat(conversation.lastActivityAt()).isEqualTo(now);
            assertThat(conversation.unreadCount()).isEqualTo(2);
        }

        @Test
        @DisplayName("is the first text's, even if the conversation was opened after it was received")
        void openedBefore() {
            store().conversations().open(ann, line.id(), peer, now);
            Conversation conversation = stored(
                            receive(incoming(peer, line).says("First").receivedAt(in(-1))))
                    .conversation();
            assertThat(conversation.preview()).isEqualTo("First");
            assertThat(conversation.lastDirection()).isEqualTo(Direction.INBOUND);
            assertThat(conversation.lastActivityAt()).isEqualTo(now);
        }

        @Test
        @DisplayName("is cut to its longest without splitting a character")
        void cut() {
            String almost = "x".repeat(Conversation.PREVIEW_LENGTH - 1);
            assertThat(texts(peer, line, almost + "\uD83D\uDE00").conversation().preview())
                    .isEqualTo(almost);
        }

        @Test
        @DisplayName("of media alone is empty")
        void media() {
            Conversation conversation = stored(receive(incoming(peer, line).shows("https://media.example/cat.png")))
                    .conversation();
            assertThat(conversation.preview()).isEmpty();
            assertThat(conversation.lastDirection()).isEqualTo(Direction.INBOUND);
        }
    }
}
