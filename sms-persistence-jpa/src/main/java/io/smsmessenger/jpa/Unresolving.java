package io.smsmessenger.jpa;

import io.smsmessenger.model.Message;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.Unresolved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of what nobody knows, the longest unknown first. */
final class Unresolving {
    private static final String SELECT = "select " + MessageRows.COLUMNS.jpql("m")
            + ", m.owner, o.gatedAt, o.attempts, o.atLeastOnce, o.silences, o.dueAt"
            + " from SmsOutbox o, SmsMessage m where o.state = 'UNKNOWN' and m.id = o.messageId";

    private Unresolving() {}

    static Page<Unresolved> page(Tx tx, PageRequest request, @Nullable Keyset place) {
        String jpql = SELECT + Pages.ascending(request, "o.gatedAt", "o.messageId", 1);
        List<Row> rows = place == null
                ? tx.read(request.limit() + 1, jpql)
                : tx.read(request.limit() + 1, jpql, Times.micros(place.at()), place.id());
        List<Message> messages = MessageRows.messages(tx, rows);
        List<Unresolved> unresolved = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            unresolved.add(unresolved(messages.get(i), rows.get(i)));
        }
        return Pages.cut(
                request,
                unresolved,
                one -> new Keyset(one.gatedAt(), one.message().id().value()));
    }

    private static Unresolved unresolved(Message message, Row rest) {
        UserId owner = new UserId(rest.text());
        Instant gatedAt = rest.instant();
        int attempts = rest.integer();
        boolean atLeastOnce = rest.flag();
        int silences = rest.integer();
        long next = rest.number();
        return new Unresolved(
                owner,
                message,
                gatedAt,
                attempts,
                Reconciling.guarantee(atLeastOnce),
                silences,
                next == Reconciling.NEVER ? null : Times.instant(next));
    }
}
