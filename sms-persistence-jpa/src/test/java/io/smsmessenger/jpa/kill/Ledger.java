package io.smsmessenger.jpa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.state.SendCount;
import io.smsmessenger.jpa.TestDatabase;
import java.util.Map;
import java.util.Objects;

/**
 * The carrier's journal held against the database.
 *
 * @param messages how many rows there are
 * @param posts how many requests to send the carrier read
 * @param mostPosts the most of them for one message
 * @param accepted how many messages the carrier took
 * @param settled how many of those we know to be taken
 * @param invented how many we believe to be taken and the carrier has not
 * @param lost how many are neither known to be taken nor known to be unknown
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
    private static final int UNKNOWN = 25;
    private static final int ACCEPTED = 30;
    private static final String EVER_UNKNOWN =
            "select count(distinct message_id) from sms_message_event where status = 'UNKNOWN' and applied = true";

    /** A text that the carrier took and we call ended before it is as lost as one that never left. */
    private static final String RANKS = "select reference, case when status in"
            + " ('FAILED', 'EXPIRED', 'BLOCKED', 'CANCELLED') then -1 else status_rank end from sms_message";

    /** Compares; the journal is long, so whoever compares often reads it once. */
    static Ledger of(Map<String, SendCount> journal, TestDatabase database) {
        Map<String, Integer> ranks = database.numbers(RANKS);
        assertThat(ranks.keySet()).as("references in the journal").containsAll(journal.keySet());
        int settled = 0;
        int invented = 0;
        int lost = 0;
        int unknown = 0;
        for (Map.Entry<String, Integer> row : ranks.entrySet()) {
            boolean taken = taken(journal.get(row.getKey()));
            settled += row.getValue() >= ACCEPTED && taken ? 1 : 0;
            invented += row.getValue() >= ACCEPTED && !taken ? 1 : 0;
            unknown += row.getValue() == UNKNOWN ? 1 : 0;
            lost += row.getValue() < UNKNOWN ? 1 : 0;
        }
        return new Ledger(
                ranks.size(),
                journal.values().stream().mapToInt(SendCount::posts).sum(),
                journal.values().stream().mapToInt(SendCount::posts).max().orElse(0),
                (int) journal.values().stream().filter(Ledger::taken).count(),
                settled,
                invented,
                lost,
                unknown,
                (int) database.count(EVER_UNKNOWN));
    }

    private static boolean taken(SendCount count) {
        return Objects.requireNonNullElse(count, new SendCount(0, 0)).accepted() > 0;
    }

    /** Whether all that the carrier took is known to be taken. */
    boolean allSettled() {
        return settled == accepted;
    }

    /** What holds whatever happened to the workers: nothing twice, nothing lost, and no false belief. */
    void assertSound(int handedOver) {
        assertThat(messages).as("messages").isEqualTo(handedOver);
        assertThat(mostPosts).as("posts for one message").isLessThanOrEqualTo(1);
        assertThat(lost).as("lost").isZero();
        assertThat(invented).as("believed to be taken, and not").isZero();
        assertThat(settled).as("known to be taken").isEqualTo(accepted);
        assertThat(unknown).as("left unknown").isEqualTo(handedOver - accepted);
    }
}
