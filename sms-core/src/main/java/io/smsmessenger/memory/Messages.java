package io.smsmessenger.memory;

import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.MessageStore;
import java.util.List;
import java.util.Optional;

final class Messages implements MessageStore {
    private final Tables tables;

    Messages(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Page<Message>> page(UserId owner, ConversationId conversation, PageRequest page) {
        return tables.atomically(() -> Optional.ofNullable(tables.conversation(owner, conversation))
                .map(row -> Pages.cut(row.messages, MessageRow::place, Pages.NEWEST_FIRST, page)
                        .map(MessageRow::snapshot)));
    }

    @Override
    public Optional<Message> find(UserId owner, MessageId id) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.message(owner, id)).map(MessageRow::snapshot));
    }

    @Override
    public Optional<List<MessageEvent>> history(UserId owner, MessageId id) {
        return tables.atomically(
                () -> Optional.ofNullable(tables.message(owner, id)).map(MessageRow::history));
    }
}
