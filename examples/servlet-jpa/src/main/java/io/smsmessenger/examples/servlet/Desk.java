package io.smsmessenger.examples.servlet;

import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.List;

/**
 * What the user's desk shows and does, in words for JSON.
 *
 * @param user whose it is
 */
record Desk(UserMessenger user) {
    private static final PageRequest PAGE = PageRequest.first(50);

    List<NumberLine> numbers() {
        return user.numbers().list().stream()
                .map(each -> new NumberLine(each.number().value(), each.isDefault()))
                .toList();
    }

    List<ConversationLine> conversations() {
        return user.conversations().list(PAGE).map(Desk::line).items();
    }

    List<MessageLine> messages(String conversation) {
        return user.messages().list(id(conversation), PAGE).map(Desk::line).items();
    }

    ConversationLine read(String conversation, ReadUpTo upTo) {
        MessageId message = MessageId.parse(upTo.message()).orElseThrow(Desk::unknown);
        return line(user.conversations().markRead(id(conversation), message));
    }

    MessageLine send(NewMessage text) {
        return line(user.send(Draft.to(PhoneNumber.of(text.to()), text.text())));
    }

    private static ConversationId id(String text) {
        return ConversationId.parse(text).orElseThrow(Desk::unknown);
    }

    private static SmsException unknown() {
        return new SmsException(Problem.NOT_FOUND, "This is no id.");
    }

    private static ConversationLine line(Conversation each) {
        return new ConversationLine(each.id().toString(), each.peer().value(), each.preview(), each.unreadCount());
    }

    private static MessageLine line(Message each) {
        return new MessageLine(
                each.id().toString(),
                each.conversationId().toString(),
                each.direction().name(),
                each.content().text(),
                each.status().name());
    }

    record NumberLine(String number, boolean isDefault) {}

    record ConversationLine(String id, String peer, String preview, long unread) {}

    record MessageLine(String id, String conversation, String direction, String text, String status) {}

    record NewMessage(String to, String text) {}

    record ReadUpTo(String message) {}

    record Refused(String problem, String detail) {}
}
