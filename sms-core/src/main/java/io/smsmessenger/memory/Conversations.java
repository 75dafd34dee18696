package io.smsmessenger.memory;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ConversationStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class Conversations implements ConversationStore {
    private final Tables tables;

    Conversations(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Page<Conversation> page(UserId owner, ConversationFilter filter, PageRequest page) {
        return tables.atomically(() -> {
            List<ConversationRow> rows =
                    rowsOf(owner).stream().filter(row -> passes(row, filter)).toList();
            return Pages.cut(rows, ConversationRow::place, Pages.NEWEST_FIRST, page)
                    .map(row -> row.snapshot(tables));
        });
    }

    @Override
    public Optional<Conversation> find(UserId owner, ConversationId id) {
        return change(owner, id, row -> {});
    }

    @Override
    public Optional<Conversation> latestWith(UserId owner, Address peer) {
        return tables.atomically(() -> rowsOf(owner).stream()
                .filter(row -> row.peer().equals(peer) && isOpen(row.numberId()))
                .min(Comparator.comparing(ConversationRow::place, Pages.NEWEST_FIRST))
                .map(row -> row.snapshot(tables)));
    }

    @Override
    public Optional<Conversation> open(UserId owner, NumberId number, Address peer, Instant at) {
        return tables.atomically(() -> Optional.ofNullable(tables.numbers.get(number))
                .filter(row -> row.owner().equals(owner) && row.open())
                .map(row -> tables.open(row, peer, at).snapshot(tables)));
    }

    @Override
    public Optional<Conversation> markRead(UserId owner, ConversationId id, MessageId upTo) {
        return tables.atomically(() -> Optional.ofNullable(tables.message(owner, upTo))
                .filter(message -> message.conversation().id().equals(id))
                .flatMap(message -> change(owner, id, row -> row.read(message.position()))));
    }

    @Override
    public Optional<Conversation> markUnread(UserId owner, ConversationId id) {
        return change(owner, id, ConversationRow::markUnread);
    }

    @Override
    public Optional<Conversation> setState(UserId owner, ConversationId id, ConversationState state) {
        return change(owner, id, row -> row.become(state));
    }

    @Override
    public long unreadTotal(UserId owner) {
        return tables.atomically(() ->
                rowsOf(owner).stream().mapToLong(ConversationRow::unreadCount).sum());
    }

    private Optional<Conversation> change(UserId owner, ConversationId id, Consumer<ConversationRow> how) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.conversation(owner, id)).map(row -> {
                    how.accept(row);
                    return row.snapshot(tables);
                }));
    }

    private List<ConversationRow> rowsOf(UserId owner) {
        return tables.conversationsByOwner.getOrDefault(owner, List.of());
    }

    private boolean isOpen(NumberId id) {
        NumberAssignment number = tables.numbers.get(id);
        return number != null && number.open();
    }

    private static boolean passes(ConversationRow row, ConversationFilter filter) {
        return (filter.unread() == null || filter.unread() == row.unread())
                && (filter.state() == null || filter.state() == row.state())
                && (filter.number() == null || filter.number().equals(row.numberId()));
    }
}
