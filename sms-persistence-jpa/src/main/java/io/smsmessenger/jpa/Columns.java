package io.smsmessenger.jpa;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a select reads, in one order for JPQL and SQL: columns are called like the attributes, in snake case. */
final class Columns {
    private final String[] attributes;

    private Columns(String[] attributes) {
        this.attributes = attributes;
    }

    static Columns of(String attributes) {
        return new Columns(attributes.split(" "));
    }

    String jpql(String alias) {
        return Arrays.stream(attributes).map(name -> alias + "." + name).collect(Collectors.joining(", "));
    }

    String sql(String alias) {
        return Arrays.stream(attributes).map(name -> alias + "." + column(name)).collect(Collectors.joining(", "));
    }

    /** An insert of these and of nothing else. */
    String insertInto(String table) {
        String columns = Arrays.stream(attributes).map(Columns::column).collect(Collectors.joining(", "));
        String marks = Arrays.stream(attributes).map(name -> "?").collect(Collectors.joining(", "));
        return "insert into " + table + " (" + columns + ") values (" + marks + ")";
    }

    private static String column(String attribute) {
        return attribute.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
