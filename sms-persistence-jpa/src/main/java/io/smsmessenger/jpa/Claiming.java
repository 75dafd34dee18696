package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.NewOutbound.Priority;
import io.smsmessenger.store.Previews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands messages out. Skipping what others hold saves waiting; that nobody gets what another has is the update's doing. */
final class Claiming {
    /** One queue at a time, each with its own stretch of the index: what is scheduled for later is never walked over. */
    private static final String DUE = "select message_id from sms_outbox where state = 'READY' and priority = ?"
            + " and due_at <= ? order by due_at, message_id limit ? for update skip locked";

    private static final String TAKE = "update SmsOutbox o set o.state = 'CLAIMED', o.token = ?1, o.leaseUntil = ?2"
            + " where o.messageId in ?3 and o.state = 'READY'";
    private static final String DETAILS = "select " + MessageRows.COLUMNS.jpql("m")
            + ", m.owner, m.accountId, m.reference, p.providerProfileId, o.attempts, o.expiresAt"
            + " from SmsOutbox o, SmsMessage m, SmsProfile p"
            + " where m.id = o.messageId and p.id = m.profileId and o.messageId in ?1 and o.token = ?2";
    private static final String LEAVES =
            "select m.conversationId, m.occurredAt, m.sendAt from SmsMessage m where m.id = ?1";
    private static final String PREVIEW = "update sms_conversation set preview = ?, last_message_id = ?,"
            + " last_direction = ?, last_activity_at = case when last_activity_at < ? then ? else last_activity_at end"
            + " where id = ? and (last_activity_at <= ? or last_direction is null)";

    private Claiming() {}

    static List<Claim> claim(Tx tx, int limit, Instant now, Duration lease) {
        List<Long> due = new ArrayList<>();
        for (Priority queue : Priority.values()) {
            if (due.size() < limit) {
                tx.select(DUE, Enqueuing.queue(queue), Times.micros(now), limit - due.size())
                        .forEach(row -> due.add(row.number()));
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        String token = UUID.randomUUID().toString();
        tx.change(TAKE, token, Times.micros(now.plus(lease)), due);
        List<Row> rows = tx.read(DETAILS, due, token);
        List<Message> messages = MessageRows.messages(tx, rows);
        Map<Long, Claim> claims = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Claim claim = claim(messages.get(i), rows.get(i), token);
            claims.put(claim.id().value(), claim);
        }
        return due.stream().map(claims::get).filter(Objects::nonNull).toList();
    }

    /** Gives back claims that have not passed the gate, in the order of their ids. */
    static void release(Tx tx, Collection<Claim> claims) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        claims.stream()
                .sorted(Comparator.comparing(claim -> claim.id().value()))
                .forEach(claim -> rows.add(new @Nullable Object[] {claim.id().value(), claim.token()}));
        tx.executeAll(
                "update sms_outbox set state = 'READY', token = null, lease_until = null"
                        + " where message_id = ? and token = ? and state = 'CLAIMED'",
                rows);
    }

    /** Brings the conversation up to date, unless it shows something later. */
    static void show(Tx tx, Claim claim) {
        tx.readOne(LEAVES, claim.id().value()).ifPresent(row -> {
            long conversation = row.number();
            long at = Times.micros(leaves(row.instant(), row.instantOrNull()));
            tx.execute(
                    PREVIEW,
                    Previews.of(claim.content()),
                    claim.id().value(),
                    Direction.OUTBOUND,
                    at,
                    at,
                    conversation,
                    at);
        });
    }

    /** When it was handed over, or was to leave. */
    private static Instant leaves(Instant occurredAt, @Nullable Instant sendAt) {
        return sendAt != null && sendAt.isAfter(occurredAt) ? sendAt : occurredAt;
    }

    private static Claim claim(Message message, Row rest, String token) {
        UserId owner = new UserId(rest.text());
        AccountId account = new AccountId(rest.number());
        String reference = rest.text();
        ProfileId profile = Objects.requireNonNull(message.profileId());
        return new Claim(
                message.id(),
                token,
                owner,
                account,
                message.numberId(),
                profile,
                rest.text(),
                message.number(),
                message.peer(),
                message.content(),
                reference,
                Priority.ONE_TO_ONE,
                false,
                rest.integer(),
                rest.instant());
    }
}
