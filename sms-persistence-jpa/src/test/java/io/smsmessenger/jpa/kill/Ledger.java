package io.smsmessenger.jpa.kill;

import io.smsmessenger.examples.simulator.state.JournalEntry;
import io.smsmessenger.jpa.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The carrier's journal held against the database.
 *
 * @param messages how many rows there are
 * @param posts how many requests to send the carrier read
 * @param mostPosts the most of them for one message
 * @param accepted how many messages the carrier took
 * @param settled how many of those we know to be taken
 * @param invented how many we believe to be taken and the carrier has not
 * @param lost how many are neither sent, nor ended, nor known to be unknown
 * @param unknown how many are unknown now
 * @param everUnknown how many have ever been
 */
record Ledger(
        int messages,
        int posts,
        int mostPosts,
        int accepted,
        int settled,
        int invented,
        int lost,
        int unknown,
        int everUnknown) {
    private static final Pattern REFERENCE = Pattern.compile("[?&]ref=([A-Za-z0-9_-]+)");
    private static final int ACCEPTED_RANK = 30;
    private static final int UNKNOWN_RANK = 25;

    static Ledger of(Stage stage) {
        return of(stage.carrier().journal(), stage.database());
    }

    private static Ledger of(List<JournalEntry> journal, TestDatabase database) {
        Map<String, Integer> posts = new HashMap<>();
        Set<String> accepted = new HashSet<>();
        for (JournalEntry entry : journal) {
            if (entry.isSend()) {
                String reference = reference(entry);
                posts.merge(reference, 1, Integer::sum);
                if (entry.messageId() != null) {
                    accepted.add(reference);
                }
            }
        }
        Map<String, Integer> ranks = ranks(database);
        Set<String> reached = new HashSet<>();
        int lost = 0;
        int unknown = 0;
        for (Map.Entry<String, Integer> row : ranks.entrySet()) {
            if (row.getValue() >= ACCEPTED_RANK) {
                reached.add(row.getKey());
            } else if (row.getValue() == UNKNOWN_RANK) {
                unknown++;
            } else {
                lost++;
            }
        }
        int believed = reached.size();
        reached.retainAll(accepted);
        return new Ledger(
                ranks.size(),
                posts.values().stream().mapToInt(Integer::intValue).sum(),
                posts.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                accepted.size(),
                reached.size(),
                believed - reached.size(),
                lost,
                unknown,
                (int) database.count("select count(distinct message_id) from sms_message_event"
                        + " where status = 'UNKNOWN' and applied = true"));
    }

    private static String reference(JournalEntry entry) {
        Matcher found = REFERENCE.matcher(entry.body());
        if (!found.find()) {
            throw new AssertionError("a send without a planted reference: " + entry);
        }
        return found.group(1);
    }

    private static Map<String, Integer> ranks(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select reference, status_rank from sms_message")) {
            Map<String, Integer> ranks = new HashMap<>();
            while (rows.next()) {
                ranks.put(rows.getString(1), rows.getInt(2));
            }
            return ranks;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
