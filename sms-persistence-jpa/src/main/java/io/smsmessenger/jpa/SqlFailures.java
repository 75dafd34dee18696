package io.smsmessenger.jpa;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that a second try can cure from those that it cannot, by what the database itself says. */
final class SqlFailures {
    /** Deadlock, lock wait, changed since it was read, duplicate key: MariaDB and MySQL. */
    private static final Set<Integer> MYSQL_TRANSIENT = Set.of(1213, 1205, 1020, 1062);

    /** Lock time-out, deadlock, changed concurrently: H2. */
    private static final Set<Integer> H2_TRANSIENT = Set.of(50200, 40001, 90131);

    private SqlFailures() {}

    /** Whether the transaction was undone through no fault of its own, or lost a race for a unique key. */
    static boolean isTransient(Throwable failure) {
        SQLException sql = find(failure);
        if (sql == null) {
            return false;
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return state.startsWith("40")
                || state.equals("55P03")
                || isDuplicate(sql)
                || MYSQL_TRANSIENT.contains(sql.getErrorCode())
                || H2_TRANSIENT.contains(sql.getErrorCode());
    }

    static boolean isDuplicate(SQLException failure) {
        String state = failure.getSQLState();
        // 23505 is PostgreSQL's and H2's; MariaDB and MySQL have 23000 for every violated rule and a code for this one.
        return "23505".equals(state) || failure.getErrorCode() == 1062;
    }

    private static @Nullable SQLException find(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
