package io.smsmessenger.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few turns of JDBC that are needed. */
final class Statements {
    private Statements() {}

    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    /** So many parameters, for a list. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static List<Row> rows(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            @Nullable Object[] values = new @Nullable Object[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = result.getObject(i + 1);
            }
            rows.add(new Row(values));
        }
        return rows;
    }

    static int[] batch(Connection connection, String sql, List<? extends @Nullable Object[]> parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] set : parameters) {
                bind(statement, set);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    static int updateUnlessTaken(Connection connection, boolean guard, String sql, @Nullable Object... parameters)
            throws SQLException {
        Savepoint before = guard ? connection.setSavepoint() : null;
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            int count = statement.executeUpdate();
            if (before != null) {
                connection.releaseSavepoint(before);
            }
            return count;
        } catch (SQLException failed) {
            if (!SqlFailures.isDuplicate(failed)) {
                throw failed;
            }
            if (before != null) {
                connection.rollback(before);
            }
            return -1;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value == null) {
                // Untyped: the database knows what the column is.
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value instanceof Enum<?> word ? word.name() : value);
            }
        }
    }
}
