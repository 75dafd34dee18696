package io.smsmessenger.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The insert of a row like one that our own code has written: the same columns, whatever the schema has grown to, so that
 * whoever inserts by hand writes as much.
 */
final class RowTemplate {
    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final int[] changing;

    /** Learns it from the first row of the table; {@code changing} are the columns that differ from row to row. */
    RowTemplate(Connection connection, String table, String... changing) throws SQLException {
        this.table = table;
        try (PreparedStatement select = connection.prepareStatement("select * from " + table + " limit 1");
                ResultSet row = select.executeQuery()) {
            Checks.that(row.next(), table + " has a row to learn from");
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                if (value != null) {
                    columns.add(row.getMetaData().getColumnName(i));
                    values.add(value);
                }
            }
        }
        this.changing = new int[changing.length];
        for (int i = 0; i < changing.length; i++) {
            this.changing[i] = columns.indexOf(changing[i]);
            Checks.that(this.changing[i] >= 0, table + "." + changing[i] + " is written");
        }
    }

    /** One statement for so many rows. */
    String insert(int rows) {
        String row = "(" + "?, ".repeat(columns.size() - 1) + "?)";
        return "insert into " + table + " (" + String.join(", ", columns) + ") values " + row
                + (", " + row).repeat(rows - 1);
    }

    /** Binds a row, the first being 0. */
    void bind(PreparedStatement statement, int row, Object... changed) throws SQLException {
        int at = row * columns.size();
        for (int i = 0; i < columns.size(); i++) {
            statement.setObject(at + i + 1, values.get(i));
        }
        for (int i = 0; i < changing.length; i++) {
            statement.setObject(at + changing[i] + 1, changed[i]);
        }
    }
}
