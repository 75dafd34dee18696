package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ConversationStore;
import io.smsmessenger.store.Keyset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations. The list is one statement over one table: all that it shows and filters by is on the row. */
final class JpaConversations implements ConversationStore {
    private static final String SELECT = "select " + ConversationRows.COLUMNS.jpql("c") + " from SmsConversation c";
    private static final String CURRENT =
            "select " + ConversationRows.COLUMNS.sql("c") + " from sms_conversation c where c.id = ? and c.owner = ?";

    private final Transactions transactions;

    JpaConversations(Transactions transactions) {
        this.transactions = transactions;
    }

    static boolean exists(Tx tx, UserId owner, ConversationId id) {
        return tx.readOne(
                        "select c.id from SmsConversation c where c.id = ?1 and c.owner = ?2",
                        id.value(),
                        owner.value())
                .isPresent();
    }

    static Optional<Conversation> find(Tx tx, UserId owner, long id) {
        return tx.readOne(SELECT + " where c.id = ?1 and c.owner = ?2", id, owner.value())
                .map(ConversationRows::conversation);
    }

    /** As it is, also where an update that changed nothing leaves an older snapshot's row in sight. */
    private static Optional<Conversation> current(Tx tx, UserId owner, long id) {
        return tx.selectOne(CURRENT + tx.current(), id, owner.value()).map(ConversationRows::conversation);
    }

    @Override
    public Page<Conversation> page(UserId owner, ConversationFilter filter, PageRequest request) {
        Keyset place = Pages.place(request);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(owner.value());
        StringBuilder jpql = new StringBuilder(SELECT).append(" where c.owner = ?1");
        if (filter.unread() != null) {
            // A literal, so that an index over the unread ones alone can serve.
            jpql.append(" and c.unread = ").append(filter.unread());
        }
        if (filter.state() != null) {
            parameters.add(filter.state().name());
            jpql.append(" and c.state = ?").append(parameters.size());
        }
        if (filter.number() != null) {
            parameters.add(filter.number().value());
            jpql.append(" and c.assignmentId = ?").append(parameters.size());
        }
        jpql.append(Pages.descending(request, "c.lastActivityAt", "c.id", parameters.size() + 1));
        if (place != null) {
            parameters.add(Times.micros(place.at()));
            parameters.add(place.id());
        }
        return transactions.join(tx -> Pages.cut(
                request,
                tx.read(request.limit() + 1, jpql.toString(), parameters.toArray()).stream()
                        .map(ConversationRows::conversation)
                        .toList(),
                conversation -> new Keyset(
                        conversation.lastActivityAt(), conversation.id().value())));
    }

    @Override
    public Optional<Conversation> find(UserId owner, ConversationId id) {
        return transactions.join(tx -> find(tx, owner, id.value()));
    }

    @Override
    public Optional<Conversation> latestWith(UserId owner, Address peer) {
        return transactions.join(tx -> tx.readOne(
                        SELECT + ", SmsNumberAssignment n where c.owner = ?1 and c.peer = ?2 and n.id = c.assignmentId"
                                + " and n.openPhone is not null order by c.lastActivityAt desc, c.id desc",
                        owner.value(),
                        peer.value())
                .map(ConversationRows::conversation));
    }

    @Override
    public Optional<Conversation> open(UserId owner, NumberId number, Address peer, Instant at) {
        return transactions.join(tx -> Line.of(tx, number, peer)
                .filter(line -> line.open() && line.owner().equals(owner.value()))
                .map(line -> line.room(tx, peer, at))
                .flatMap(room -> current(tx, owner, room.id())));
    }

    @Override
    public Optional<Conversation> markRead(UserId owner, ConversationId id, MessageId upTo) {
        return transactions.join(tx -> tx.readOne(
                        "select m.position from SmsMessage m where m.id = ?1 and m.owner = ?2 and m.conversationId = ?3",
                        upTo.value(),
                        owner.value(),
                        id.value())
                .flatMap(row -> {
                    tx.change(
                            "update SmsConversation c set c.markedUnread = false,"
                                    + " c.unread = case when c.inboundPosition > ?1 and c.inboundPosition > c.readPosition"
                                    + " then true else false end,"
                                    + " c.readPosition = case when c.readPosition < ?1 then ?1 else c.readPosition end"
                                    + " where c.id = ?2 and c.owner = ?3",
                            row.number(),
                            id.value(),
                            owner.value());
                    return current(tx, owner, id.value());
                }));
    }

    @Override
    public Optional<Conversation> markUnread(UserId owner, ConversationId id) {
        return transactions.join(tx -> {
            tx.change(
                    "update SmsConversation c set c.markedUnread = true, c.unread = true where c.id = ?1 and c.owner = ?2",
                    id.value(),
                    owner.value());
            return current(tx, owner, id.value());
        });
    }

    @Override
    public Optional<Conversation> setState(UserId owner, ConversationId id, ConversationState state) {
        return transactions.join(tx -> {
            tx.change(
                    "update SmsConversation c set c.state = ?1 where c.id = ?2 and c.owner = ?3",
                    state.name(),
                    id.value(),
                    owner.value());
            return current(tx, owner, id.value());
        });
    }

    @Override
    public long unreadTotal(UserId owner) {
        return transactions.join(tx -> tx.readOne(
                        "select sum(c.inboundPosition - c.readPosition) from SmsConversation c"
                                + " where c.owner = ?1 and c.unread = true",
                        owner.value())
                .map(Row::numberOrNull)
                .orElse(0L));
    }
}
