package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.provider.OutboundSms;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The outbox by hand, on our tables: one statement to claim; a gate that holds the recipient's consent rows, compares and
 * sets, and is committed before the carrier is called; a settlement; and the conversation's preview.
 */
final class RawOutbox {
    private static final String CLAIM = "with due as (select message_id from sms_outbox where state = 'READY'"
            + " and priority = 0 and due_at <= ? order by due_at, message_id limit ? for update skip locked),"
            + " taken as (update sms_outbox o set state = 'CLAIMED', token = ?, lease_until = ? from due"
            + " where o.message_id = due.message_id returning o.message_id)"
            + " select m.id, m.phone, m.peer, m.body, p.provider_profile_id, m.reference, m.conversation_id, m.occurred_at"
            + " from taken t join sms_message m on m.id = t.message_id join sms_profile p on p.id = m.profile_id";
    private static final String CONSENT = "select opted_out from sms_consent where peer = ? and"
            + " (scope_kind = 'PROFILE' and scope_id = ? or scope_kind = 'NUMBER' and scope_id = ?)"
            + " order by scope_kind desc for update";
    private static final String PASS =
            "update sms_outbox o set state = 'SENDING', gated_at = ?, attempts = attempts + 1"
                    + " where o.message_id = ? and o.token = ? and o.state = 'CLAIMED' and o.expires_at > ? and exists ("
                    + "select 1 from sms_message m join sms_number_assignment n on n.id = m.assignment_id"
                    + " join sms_profile p on p.id = m.profile_id where m.id = o.message_id and n.owner = m.owner"
                    + " and n.open_phone is not null and n.profile_id = m.profile_id and p.enabled)";
    private static final String SENDING =
            "update sms_message set status = 'SENDING', status_rank = 20 where id = ? and status_rank < 20";
    private static final String NOTE =
            "insert into sms_message_event (message_id, status, source, applied, occurred_at,"
                    + " recorded_at) values (?, ?, 'DISPATCH', true, ?, ?)";
    private static final String ACCEPTED = "update sms_message set status = 'ACCEPTED', status_rank = 30,"
            + " provider_id = ?, encoding = 'GSM_7', parts = 1, cost_amount = 0.0140, cost_currency = 'USD'"
            + " where id = ? and status_rank < 30";
    private static final String LEAVE =
            "delete from sms_outbox where message_id = ? and token = ? and state in ('SENDING', 'UNKNOWN')";
    private static final String SHOW = "update sms_conversation set preview = ?, last_message_id = ?,"
            + " last_direction = 'OUTBOUND', last_activity_at = greatest(last_activity_at, ?)"
            + " where id = ? and (last_activity_at <= ? or last_direction is null)";

    private final World world;

    RawOutbox(World world) {
        this.world = world;
    }

    List<Held> claim(int limit) throws SQLException {
        String token = UUID.randomUUID().toString();
        long now = world.micros();
        try (Connection connection = world.database.pool.getConnection();
                PreparedStatement statement = prepare(connection, CLAIM, now, limit, token, now + 60_000_000);
                ResultSet row = statement.executeQuery()) {
            List<Held> held = new ArrayList<>();
            while (row.next()) {
                OutboundSms sms = new OutboundSms(
                        new MessageId(row.getLong(1)),
                        PhoneNumber.of(row.getString(2)),
                        PhoneNumber.of(row.getString(3)),
                        Content.text(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        URI.create(World.WEBHOOK + "?ref=" + row.getString(6)));
                held.add(new Held(sms, token, row.getLong(7), row.getLong(8)));
            }
            return held;
        }
    }

    boolean gate(Held held) throws SQLException {
        long now = world.micros();
        try (Connection connection = world.database.pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean free = true;
            try (PreparedStatement statement = prepare(
                            connection,
                            CONSENT,
                            held.sms().to().value(),
                            Long.toString(world.profile.value()),
                            Long.toString(world.number.id().value()));
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    free &= !row.getBoolean(1);
                }
            }
            boolean passed = free
                    && run(connection, PASS, now, held.id(), held.token(), now) == 1
                    && run(connection, SENDING, held.id()) == 1
                    && run(connection, NOTE, held.id(), "SENDING", now, now) == 1;
            connection.commit();
            return passed;
        }
    }

    void settle(Held held, String providerId) throws SQLException {
        long now = world.micros();
        try (Connection connection = world.database.pool.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, ACCEPTED, providerId, held.id());
            int left = run(connection, LEAVE, held.id(), held.token());
            run(connection, NOTE, held.id(), "ACCEPTED", now, now);
            connection.commit();
            Checks.that(left == 1, "the claim still held when it was settled");
        }
    }

    /** The same for several, in the order of their ids: three statements, each sent for all in one trip. */
    void settleAll(List<Held> all, String providerIdPrefix) throws SQLException {
        long now = world.micros();
        try (Connection connection = world.database.pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement accepted = connection.prepareStatement(ACCEPTED);
                    PreparedStatement leave = connection.prepareStatement(LEAVE);
                    PreparedStatement note = connection.prepareStatement(NOTE)) {
                for (Held held : all) {
                    bind(accepted, providerIdPrefix + held.id(), held.id());
                    accepted.addBatch();
                    bind(leave, held.id(), held.token());
                    leave.addBatch();
                    bind(note, held.id(), "ACCEPTED", now, now);
                    note.addBatch();
                }
                accepted.executeBatch();
                leave.executeBatch();
                note.executeBatch();
            }
            connection.commit();
        }
    }

    void show(Held held) throws SQLException {
        try (Connection connection = world.database.pool.getConnection()) {
            String preview = held.sms().content().text();
            run(connection, SHOW, preview, held.id(), held.at(), held.conversation(), held.at());
        }
    }

    private static int run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** A claimed message. */
    record Held(OutboundSms sms, String token, long conversation, long at) {
        long id() {
            return sms.id().value();
        }
    }
}
