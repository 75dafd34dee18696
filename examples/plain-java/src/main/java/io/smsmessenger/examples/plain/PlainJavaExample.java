package io.smsmessenger.examples.plain;

import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import java.io.IOException;
import java.io.PrintStream;

/** Tells a conversation between a shop and its customer, and ends. */
public final class PlainJavaExample {
    private PlainJavaExample() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (Stage stage = new Stage()) {
            tell(stage, System.out);
        }
    }

    static void tell(Stage stage, PrintStream out) throws InterruptedException {
        UserMessenger ann = stage.messenger.forUser(UserId.of("ann"));
        PhoneNumber customer = PhoneNumber.of(Stage.CUSTOMER);

        Conversation conversation =
                ann.conversations().list(PageRequest.first(1)).items().get(0);
        Message first = ann.messages()
                .list(conversation.id(), PageRequest.first(1))
                .items()
                .get(0);
        out.println("Ann       " + first.content().text());
        out.println("          "
                + stage.news.becomes(MessageStatus.DELIVERED, first.id()).status());

        stage.handset().text(Stage.OUR_NUMBER, "Great! Until when are you open?");
        Message question = stage.news.received();
        out.println("Customer  " + question.content().text());
        out.println("          "
                + ann.conversations().get(question.conversationId()).unreadCount() + " unread");

        ann.conversations().markRead(question.conversationId(), question.id());
        Message answer = ann.reply(question.conversationId(), "Until six.");
        out.println("Ann       " + answer.content().text());
        out.println("          "
                + stage.news.becomes(MessageStatus.DELIVERED, answer.id()).status());

        stage.handset().text(Stage.OUR_NUMBER, "STOP");
        out.println("Customer  " + stage.news.received().content().text());
        try {
            ann.send(Draft.to(customer, "Ten percent off, today only!"));
        } catch (SmsException refused) {
            out.println("          Refused: " + refused.problem().title());
        }
    }
}
