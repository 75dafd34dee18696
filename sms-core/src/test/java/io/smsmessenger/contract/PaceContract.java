package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Pace;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.ClaimRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast lanes go. All of it by the time that claims say, so that a virtual clock can drive it. */
public abstract class PaceContract extends SendingContractBase {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int THREADS = 8;

    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private void waiting(NumberAssignment from, int messages) {
        for (int i = 0; i < messages; i++) {
            send(from, number(), "Text");
        }
    }

    private List<Claim> claimed(Instant at, int limit, Map<Lane.Kind, Pace> paces) {
        return store().outbox().claim(new ClaimRequest(Set.of(account()), limit, limit, at, DAY, paces));
    }

    private int taken(long millis, Pace perNumber) {
        return claimed(now.plusMillis(millis), 100, Map.of(Lane.Kind.NUMBER, perNumber))
                .size();
    }

    @ParameterizedTest(name = "{0} a second: {1} at once, {2} after a second")
    @CsvSource({"1, 1, 2", "4, 1, 5", "10, 1, 11", "20, 2, 22", "50, 5, 55"})
    @DisplayName("A lane with a pace lets as many go at once as fit into a tenth of a second, then goes evenly")
    void even(int perSecond, int atOnce, int afterASecond) {
        waiting(line, 60);
        Pace pace = Pace.perSecond(perSecond);
        assertThat(taken(0, pace)).isEqualTo(atOnce);
        int sum = atOnce;
        for (int millis = 10; millis <= 1000; millis += 10) {
            sum += taken(millis, pace);
        }
        assertThat(sum).isEqualTo(afterASecond);
    }

    @Test
    @DisplayName("A pace by the minute is kept to the microsecond")
    void slow() {
        waiting(line, 3);
        Pace pace = Pace.perMinute(6);
        assertThat(taken(0, pace)).isEqualTo(1);
        assertThat(claimed(in(10).minusNanos(1000), 9, Map.of(Lane.Kind.NUMBER, pace)))
                .isEmpty();
        assertThat(taken(10_000, pace)).isEqualTo(1);
    }

    @Test
    @DisplayName("A lane that rested goes no faster than one burst allows")
    void rested() {
        waiting(line, 20);
        Pace pace = Pace.perSecond(20);
        assertThat(taken(0, pace)).isEqualTo(2);
        assertThat(taken(60_000, pace)).isEqualTo(2);
        assertThat(taken(60_049, pace)).isZero();
        assertThat(taken(60_050, pace)).isEqualTo(1);
    }

    @Test
    @DisplayName("Each lane of a kind has the pace for itself")
    void eachForItself() {
        NumberAssignment other = assign(ann, number(), line.profileId(), yesterday());
        waiting(line, 3);
        waiting(other, 3);
        List<Claim> first = claimed(now, 10, Map.of(Lane.Kind.NUMBER, Pace.perSecond(1)));
        assertThat(first).extracting(Claim::numberId).containsExactlyInAnyOrder(line.id(), other.id());
    }

    @Test
    @DisplayName("A message goes when all its lanes let it, and counts in all of them")
    void severalKinds() {
        NumberAssignment other = assign(ann, number(), line.profileId(), yesterday());
        waiting(line, 5);
        waiting(other, 5);
        Map<Lane.Kind, Pace> paces = Map.of(Lane.Kind.PROFILE, Pace.perSecond(30), Lane.Kind.NUMBER, Pace.perSecond(1));
        assertThat(claimed(now, 10, paces))
                .extracting(Claim::numberId)
                .containsExactlyInAnyOrder(line.id(), other.id());
        assertThat(claimed(now.plusMillis(500), 10, paces)).isEmpty();
        assertThat(claimed(in(1), 10, Map.of(Lane.Kind.ACCOUNT, Pace.perSecond(1))))
                .hasSize(1);
    }

    @Test
    @DisplayName("A message that one lane holds back uses up no other's pace")
    void heldBack() {
        NumberAssignment other = assign(ann, number(), line.profileId(), yesterday());
        waiting(line, 5);
        waiting(other, 1);
        store().lanes().pause(Lane.of(line.id()), in(60), FailureReason.RATE_LIMITED);
        Map<Lane.Kind, Pace> paces = Map.of(Lane.Kind.PROFILE, Pace.perSecond(1));
        assertThat(claimed(now, 10, paces)).extracting(Claim::numberId).containsExactly(other.id());
    }

    @Test
    @DisplayName("What the limit leaves behind uses up no pace")
    void limited() {
        waiting(line, 10);
        Map<Lane.Kind, Pace> paces = Map.of(Lane.Kind.NUMBER, Pace.perSecond(50));
        assertThat(claimed(now, 2, paces)).hasSize(2);
        assertThat(claimed(now, 100, paces)).hasSize(3);
        assertThat(claimed(now, 100, paces)).isEmpty();
    }

    @Test
    @DisplayName("A claim that is given back has used up its place")
    void givenBack() {
        waiting(line, 2);
        Map<Lane.Kind, Pace> paces = Map.of(Lane.Kind.NUMBER, Pace.perSecond(1));
        store().outbox().release(claimed(now, 10, paces));
        assertThat(claimed(now, 10, paces)).isEmpty();
        assertThat(claimed(in(1), 10, paces)).hasSize(1);
    }

    @Test
    @DisplayName("A lane keeps its pace when it is restored")
    void restored() {
        waiting(line, 2);
        Pace pace = Pace.perSecond(1);
        assertThat(taken(0, pace)).isEqualTo(1);
        store().lanes().restore(Lane.of(line.id()));
        assertThat(taken(0, pace)).isZero();
        assertThat(store().lanes().troubled(now))
                .noneMatch(state -> state.lane().equals(Lane.of(line.id())));
    }

    @Test
    @DisplayName("A kind that is missing has no pace")
    void missing() {
        waiting(line, 5);
        assertThat(claimed(now, 10, Map.of())).hasSize(5);
    }

    @Test
    @DisplayName("Eight workers together go no faster than one")
    void together() {
        waiting(line, 60);
        Pace pace = Pace.perSecond(20);
        List<Integer> taken = Together.times(THREADS, thread -> {
            int sum = 0;
            for (int millis = 0; millis <= 1000; millis += 50) {
                sum += taken(millis, pace);
            }
            return sum;
        });
        int sum = taken.stream().mapToInt(Integer::intValue).sum();
        assertThat(sum).isBetween(1, 22);
        for (int millis = 1050; millis <= 2000; millis += 50) {
            sum += taken(millis, pace);
        }
        assertThat(sum).isBetween(20, 42);
    }
}
