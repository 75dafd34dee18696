package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Conclusion.NotAsked;
import io.smsmessenger.store.Conclusion.SendAgain;
import io.smsmessenger.store.Conclusion.Silent;
import io.smsmessenger.store.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Defaults: settled after 15 minutes, sent again after 1; the messages here live for an hour. */
@DisplayName("What follows from a look that found nothing")
class FindingsTest {
    private static final Instant GATED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lookup MISSING = new Lookup.Missing();
    private static final Lookup AWAY = new Lookup.Unavailable("away");

    private final Findings findings = new Findings(SendingSettings.defaults());

    @Test
    @DisplayName("probably not sent takes two empty answers, the second when the settle window is over")
    void silence() {
        assertThat(once(0, MISSING, 0)).isEqualTo(new Silent(false, at(5)));
        assertThat(once(1, MISSING, 899)).isEqualTo(new Silent(false, at(900)));
        assertThat(once(0, MISSING, 900)).isEqualTo(new Silent(false, at(905)));
        assertThat(once(1, MISSING, 900)).isEqualTo(new Silent(true, at(905)));
        assertThat(once(9, MISSING, 86_401)).isEqualTo(new Silent(true, null));
    }

    @Test
    @DisplayName("a carrier that cannot be asked proves nothing, and is asked again, in the end once a day")
    void unavailable() {
        assertThat(once(1, AWAY, 900)).isEqualTo(new NotAsked(at(905)));
        assertThat(once(1, AWAY, 86_400)).isEqualTo(new NotAsked(at(2 * 86_400)));
        assertThat(once(1, null, 0)).isEqualTo(new NotAsked(at(86_400)));
    }

    @Test
    @DisplayName("at most once is never sent again")
    void atMostOnce() {
        for (long second : new long[] {0, 60, 1800, 3599, 3600, 86_401}) {
            assertThat(once(5, MISSING, second)).isNotInstanceOf(SendAgain.class);
            assertThat(once(5, AWAY, second)).isNotInstanceOf(SendAgain.class);
            assertThat(once(5, null, second)).isNotInstanceOf(SendAgain.class);
        }
    }

    @Test
    @DisplayName("at least once is sent again when its time has come and a look right now found nothing")
    void atLeastOnce() {
        assertThat(least(0, MISSING, 59)).isEqualTo(new Silent(false, at(60)));
        assertThat(least(0, MISSING, 60)).isEqualTo(new SendAgain());
        assertThat(least(0, null, 59)).isEqualTo(new NotAsked(at(60)));
        assertThat(least(0, null, 60)).isEqualTo(new SendAgain());
    }

    @Test
    @DisplayName("at least once waits twice as long after the second attempt, and there is no fourth")
    void bounded() {
        Trace second = trace(Guarantee.AT_LEAST_ONCE, 2, 0, null);
        assertThat(findings.conclude(second, null, at(119))).isEqualTo(new NotAsked(at(120)));
        assertThat(findings.conclude(second, MISSING, at(119))).isEqualTo(new Silent(false, at(120)));
        assertThat(findings.conclude(second, MISSING, at(120))).isEqualTo(new SendAgain());
        for (int attempts : new int[] {3, 4, 1000}) {
            Trace last = trace(Guarantee.AT_LEAST_ONCE, attempts, 1, null);
            assertThat(findings.conclude(last, MISSING, at(3000))).isInstanceOf(Silent.class);
            assertThat(findings.conclude(last, AWAY, at(3000))).isInstanceOf(NotAsked.class);
            assertThat(findings.conclude(last, null, at(3000))).isInstanceOf(NotAsked.class);
        }
    }

    @Test
    @DisplayName("at least once waits for a carrier that cannot be asked, but only for half of the time left")
    void lastChance() {
        long half = 60 + (3600 - 60) / 2;
        assertThat(least(0, AWAY, 60)).isEqualTo(new NotAsked(at(65)));
        assertThat(least(0, AWAY, half - 1)).isEqualTo(new NotAsked(at(half)));
        assertThat(least(0, AWAY, half)).isEqualTo(new SendAgain());
    }

    @Test
    @DisplayName("at least once stays unknown once its time is up: expired would say more than is known")
    void expired() {
        assertThat(least(1, MISSING, 3600)).isInstanceOf(Silent.class);
        assertThat(least(1, AWAY, 3600)).isInstanceOf(NotAsked.class);
        assertThat(least(1, null, 3600)).isInstanceOf(NotAsked.class);
    }

    @Test
    @DisplayName("what has a carrier's id was taken, whatever the carrier knows of it now")
    void taken() {
        Trace known = trace(Guarantee.AT_LEAST_ONCE, 5, new ProviderMessageId("theirs"));
        assertThat(findings.conclude(known, MISSING, at(1000))).isEqualTo(new Silent(false, at(1005)));
        assertThat(findings.conclude(known, AWAY, at(3000))).isInstanceOf(NotAsked.class);
    }

    private Conclusion once(int silences, @Nullable Lookup answer, long second) {
        return findings.conclude(trace(Guarantee.AT_MOST_ONCE, silences, null), answer, at(second));
    }

    private Conclusion least(int silences, @Nullable Lookup answer, long second) {
        return findings.conclude(trace(Guarantee.AT_LEAST_ONCE, silences, null), answer, at(second));
    }

    private static Instant at(long second) {
        return GATED.plusSeconds(second);
    }

    /** The first look, by its schedule: what comes next is 5 seconds away. */
    private static Trace trace(Guarantee guarantee, int silences, @Nullable ProviderMessageId id) {
        return trace(guarantee, 1, silences, id);
    }

    private static Trace trace(Guarantee guarantee, int attempts, int silences, @Nullable ProviderMessageId id) {
        return new Trace(
                new MessageId(1),
                UserId.of("ann"),
                new AccountId(1),
                PhoneNumber.of("+13035550142"),
                PhoneNumber.of("+12025550123"),
                "reference",
                id,
                GATED,
                guarantee,
                GATED.plusSeconds(3600),
                1,
                attempts,
                silences);
    }
}
