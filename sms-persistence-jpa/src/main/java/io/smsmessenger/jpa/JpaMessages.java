package io.smsmessenger.jpa;

import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.MessageStore;
import java.util.List;
import java.util.Optional;

/** Messages, to read. */
final class JpaMessages implements MessageStore {
    private static final String SELECT = "select " + MessageRows.COLUMNS.jpql("m") + " from SmsMessage m";

    private final Transactions transactions;

    JpaMessages(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Page<Message>> page(UserId owner, ConversationId conversation, PageRequest request) {
        Keyset place = Pages.place(request);
        return transactions.join(tx -> {
            // The owner is on each message, so that the page needs no second look at the conversation.
            String jpql = SELECT + " where m.conversationId = ?1 and m.owner = ?2"
                    + Pages.descending(request, "m.occurredAt", "m.id", 3);
            List<Row> rows = place == null
                    ? tx.read(request.limit() + 1, jpql, conversation.value(), owner.value())
                    : tx.read(
                            request.limit() + 1,
                            jpql,
                            conversation.value(),
                            owner.value(),
                            Times.micros(place.at()),
                            place.id());
            if (rows.isEmpty() && !JpaConversations.exists(tx, owner, conversation)) {
                return Optional.empty();
            }
            return Optional.of(Pages.cut(
                    request,
                    MessageRows.messages(tx, rows),
                    message -> new Keyset(message.occurredAt(), message.id().value())));
        });
    }

    @Override
    public Optional<Message> find(UserId owner, MessageId id) {
        return transactions.join(
                tx -> tx.readOne(SELECT + " where m.id = ?1 and m.owner = ?2", id.value(), owner.value())
                        .map(row -> MessageRows.message(tx, row)));
    }

    @Override
    public Optional<List<MessageEvent>> history(UserId owner, MessageId id) {
        return transactions.join(tx -> {
            if (tx.readOne("select m.id from SmsMessage m where m.id = ?1 and m.owner = ?2", id.value(), owner.value())
                    .isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(tx
                    .read(
                            "select e.status, e.source, e.applied, e.occurredAt, e.recordedAt, e.failureReason,"
                                    + " e.failureCode, e.failureDetail from SmsMessageEvent e where e.messageId = ?1"
                                    + " order by e.id",
                            id.value())
                    .stream()
                    .map(row -> new MessageEvent(
                            row.word(MessageStatus.class),
                            row.word(MessageEvent.Source.class),
                            row.flag(),
                            row.instant(),
                            row.instant(),
                            MessageRows.failure(row)))
                    .toList());
        });
    }
}
