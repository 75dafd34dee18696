package io.smsmessenger.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes messages in by hand: the two inserts that ours makes, in one transaction, the conversation being known. */
final class RawAccept {
    private static final int BLOCK = 100;

    private final World world;
    private final RowTemplate message;
    private final RowTemplate outbox;
    private final long[] conversations;
    private final String[] peers;
    private long nextId;
    private long lastId = -1;

    RawAccept(World world) throws SQLException {
        this.world = world;
        try (Connection connection = world.database.pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select array_agg(id order by peer), array_agg(peer order by peer)"
                                + " from sms_conversation")) {
            message = new RowTemplate(
                    connection,
                    "sms_message",
                    "id",
                    "conversation_id",
                    "peer",
                    "body",
                    "occurred_at",
                    "created_at",
                    "client_key",
                    "fingerprint",
                    "reference");
            outbox = new RowTemplate(connection, "sms_outbox", "message_id", "conversation_id", "due_at", "expires_at");
            row.next();
            Long[] ids = (Long[]) row.getArray(1).getArray();
            peers = (String[]) row.getArray(2).getArray();
            conversations = new long[ids.length];
            for (int i = 0; i < ids.length; i++) {
                conversations[i] = ids[i];
            }
        }
    }

    /** Takes so many in, in one transaction of two statements. */
    int accept(int messages) throws SQLException {
        try (Connection connection = world.database.pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement first = connection.prepareStatement(message.insert(messages));
                    PreparedStatement second = connection.prepareStatement(outbox.insert(messages))) {
                for (int row = 0; row < messages; row++) {
                    bind(connection, first, second, row);
                }
                first.executeUpdate();
                second.executeUpdate();
            }
            connection.commit();
            return messages;
        }
    }

    private void bind(Connection connection, PreparedStatement first, PreparedStatement second, int row)
            throws SQLException {
        long id = id(connection);
        long index = world.next();
        int peer = (int) (index % peers.length);
        long now = world.micros();
        message.bind(
                first,
                row,
                id,
                conversations[peer],
                peers[peer],
                World.text(index),
                now,
                now,
                World.random(16),
                World.random(32),
                World.random(11));
        outbox.bind(second, row, id, conversations[peer], now, now + 14_400_000_000L);
    }

    private synchronized long id(Connection connection) throws SQLException {
        if (nextId > lastId) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select nextval('sms_id_seq')")) {
                row.next();
                nextId = row.getLong(1);
                lastId = nextId + BLOCK - 1;
            }
        }
        return nextId++;
    }
}
