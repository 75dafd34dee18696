package io.smsmessenger.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainJavaExampleTest {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final PhoneNumber CUSTOMER = PhoneNumber.of(Stage.CUSTOMER);

    @Test
    void tellsTheWholeConversation() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Stage stage = new Stage()) {
            PlainJavaExample.tell(stage, new PrintStream(out, true, StandardCharsets.UTF_8));
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Ann       Your order is ready.",
                        "          DELIVERED",
                        "Customer  Great! Until when are you open?",
                        "          1 unread",
                        "Ann       Until six.",
                        "          DELIVERED",
                        "Customer  STOP",
                        "          Refused: " + Problem.RECIPIENT_OPTED_OUT.title());
    }

    @Test
    void textsGoOutAndComeBackIntoTheSameConversation() throws Exception {
        try (Stage stage = new Stage()) {
            UserMessenger ann = stage.messenger.forUser(UserId.of("ann"));
            Conversation conversation = only(ann);
            Message sent = ann.messages()
                    .list(conversation.id(), PageRequest.first(10))
                    .items()
                    .get(0);
            stage.news.becomes(MessageStatus.DELIVERED, sent.id());

            assertThat(ann.messages().get(sent.id()).status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(stage.handset().messages())
                    .singleElement()
                    .satisfies(text -> assertThat(text.text()).isEqualTo("Your order is ready."));

            stage.handset().text(Stage.OUR_NUMBER, "Thanks!");
            Message reply = stage.news.received();

            assertThat(reply.conversationId()).isEqualTo(conversation.id());
            assertThat(only(ann).unreadCount()).isEqualTo(1);
            assertThat(only(ann).preview()).isEqualTo("Thanks!");

            ann.conversations().markRead(conversation.id(), reply.id());
            assertThat(only(ann).unreadCount()).isZero();
        }
    }

    @Test
    void nobodyElseSeesItOrSendsFromTheNumber() throws Exception {
        try (Stage stage = new Stage()) {
            UserMessenger ann = stage.messenger.forUser(UserId.of("ann"));
            UserMessenger bob = stage.messenger.forUser(UserId.of("bob"));

            assertThat(bob.conversations().list(PageRequest.first(10)).items()).isEmpty();
            assertThat(problem(() -> bob.conversations().get(only(ann).id()))).isEqualTo(Problem.NOT_FOUND);
            assertThat(problem(
                            () -> bob.send(Draft.to(CUSTOMER, "It is me, Ann").from(PhoneNumber.of(Stage.OUR_NUMBER)))))
                    .isEqualTo(Problem.NUMBER_NOT_AVAILABLE);
            assertThat(problem(() -> ann.send(Draft.to(CUSTOMER, "Hello").from(PhoneNumber.of("+13035550199")))))
                    .isEqualTo(Problem.NUMBER_NOT_AVAILABLE);
        }
    }

    @Test
    void theProgramEndsByItself() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        PlainJavaExample.main(new String[0]);

        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            if (!thread.isDaemon()) {
                thread.join(PATIENCE_MILLIS);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static Conversation only(UserMessenger user) {
        return user.conversations().list(PageRequest.first(10)).items().get(0);
    }

    private static Problem problem(Runnable action) {
        return catchThrowableOfType(SmsException.class, action::run).problem();
    }
}
