package io.smsmessenger.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an intent works with while its transaction is open. Reads and conditional updates are JPQL; what JPQL lacks, locks
 * and inserts that may meet a unique key, is SQL on the same connection, so that the persistence provider neither flushes
 * nor forgets anything of the host's.
 */
final class Tx {
    private static final String KEEP = " on duplicate key update id = id";

    private final EntityManager em;
    private final Vendor vendor;
    private final IdBlocks ids;

    Tx(EntityManager em, Vendor vendor, IdBlocks ids) {
        this.em = em;
        this.vendor = vendor;
        this.ids = ids;
    }

    Vendor vendor() {
        return vendor;
    }

    /** What makes a select see what is committed now, where a transaction otherwise keeps to its first view. */
    String current() {
        return vendor.countsBlocksInTable() ? " lock in share mode" : "";
    }

    /** Behind a table's name: find rows by their key alone, where a database locks all that it looks at on its way. */
    String byKey() {
        return vendor.countsBlocksInTable() ? " force index (primary)" : "";
    }

    long nextId() {
        return ids.next(() -> em.<Connection, Long>callWithConnection(this::drawBlock));
    }

    /** Reads by JPQL with {@code ?1}, {@code ?2}…; at most {@code limit} rows. */
    List<Row> read(int limit, String jpql, @Nullable Object... parameters) {
        Query query = query(jpql, parameters).setMaxResults(limit);
        List<Row> rows = new ArrayList<>();
        for (Object result : query.getResultList()) {
            rows.add(result instanceof Object[] columns ? new Row(columns) : new Row(new Object[] {result}));
        }
        return rows;
    }

    List<Row> read(String jpql, @Nullable Object... parameters) {
        return read(Integer.MAX_VALUE, jpql, parameters);
    }

    Optional<Row> readOne(String jpql, @Nullable Object... parameters) {
        return read(1, jpql, parameters).stream().findFirst();
    }

    /** Changes rows by JPQL and counts them. */
    int change(String jpql, @Nullable Object... parameters) {
        return query(jpql, parameters).executeUpdate();
    }

    /** Reads by SQL, for locks. */
    List<Row> select(String sql, @Nullable Object... parameters) {
        return em.<Connection, List<Row>>callWithConnection(connection -> {
            try (PreparedStatement statement = Statements.prepare(connection, sql, parameters);
                    ResultSet result = statement.executeQuery()) {
                return Statements.rows(result);
            }
        });
    }

    Optional<Row> selectOne(String sql, @Nullable Object... parameters) {
        return select(sql, parameters).stream().findFirst();
    }

    /** Changes rows by SQL and counts them. */
    int execute(String sql, @Nullable Object... parameters) {
        return em.<Connection, Integer>callWithConnection(connection -> {
            try (PreparedStatement statement = Statements.prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Looks at the database with the driver's own means. */
    <T> T onConnection(Look<T> look) {
        return em.<Connection, T>callWithConnection(look::at);
    }

    /** Runs the same SQL for several sets of parameters in one trip. */
    void executeAll(String sql, List<? extends @Nullable Object[]> parameters) {
        if (!parameters.isEmpty()) {
            em.<Connection, int[]>callWithConnection(connection -> Statements.batch(connection, sql, parameters));
        }
    }

    /**
     * Inserts a row unless a unique key is taken; a transaction that meets one is as good as before. The first parameter
     * is the row's new id.
     *
     * @return whether the row is new
     */
    boolean insertNew(String sql, @Nullable Object... parameters) {
        return switch (vendor) {
            case POSTGRESQL, H2 -> insertMissing(sql, parameters);
            // "Insert ignore" would swallow more than the conflict, an error would put the key's text into the driver's
            // log, and the count depends on the driver's settings: whose id is there afterwards decides.
            case MARIADB -> ownId(selectOne(sql + KEEP + " returning id", parameters), parameters);
            case MYSQL -> {
                execute(sql + KEEP, parameters);
                String table = sql.split(" ", 4)[2];
                yield ownId(selectOne("select id from " + table + " where id = ?", parameters[0]), parameters);
            }
        };
    }

    /** The same for tables without an id; PostgreSQL and H2 alone can tell whether the row is new. */
    boolean insertMissing(String sql, @Nullable Object... parameters) {
        return vendor == Vendor.POSTGRESQL
                ? execute(sql + " on conflict do nothing", parameters) == 1
                : updateUnlessTaken(sql, parameters) == 1;
    }

    private static boolean ownId(Optional<Row> row, @Nullable Object... parameters) {
        return row.isPresent() && Long.valueOf(row.get().number()).equals(parameters[0]);
    }

    /**
     * Updates rows unless that meets a unique key; a transaction that meets one is as good as before.
     *
     * @return the count, -1 when a key was taken
     */
    int updateUnlessTaken(String sql, @Nullable Object... parameters) {
        return em.<Connection, Integer>callWithConnection(connection ->
                Statements.updateUnlessTaken(connection, vendor.failsWholeTransaction(), sql, parameters));
    }

    private Query query(String jpql, @Nullable Object... parameters) {
        // Nothing that the host has not yet flushed concerns our tables.
        Query query = em.createQuery(jpql).setFlushMode(FlushModeType.COMMIT);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private long drawBlock(Connection connection) throws SQLException {
        boolean counted = vendor.countsBlocksInTable();
        try (Statement statement = connection.createStatement()) {
            if (counted) {
                statement.executeUpdate("insert into sms_id_block values ()", Statement.RETURN_GENERATED_KEYS);
            }
            try (ResultSet row =
                    counted ? statement.getGeneratedKeys() : statement.executeQuery("select nextval('sms_id_seq')")) {
                row.next();
                return counted ? (row.getLong(1) - 1) * IdBlocks.SIZE + 1 : row.getLong(1);
            }
        }
    }

    /** What is asked of a connection. */
    @FunctionalInterface
    interface Look<T> {
        T at(Connection connection) throws SQLException;
    }
}
