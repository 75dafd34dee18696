package io.smsmessenger.jpa.kill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock that is off, and may step back by an hour after a while. */
final class WrongClock extends Clock {
    private static final Duration STEP = Duration.ofHours(1);

    private final Clock right = Clock.systemUTC();
    private final long started = System.nanoTime();
    private final Duration offset;
    private final Duration stepsBackAfter;

    /**
     * A clock.
     *
     * @param offset how far it is ahead
     * @param stepsBackAfter how long from now it steps back; zero for never
     */
    WrongClock(Duration offset, Duration stepsBackAfter) {
        this.offset = offset;
        this.stepsBackAfter = stepsBackAfter;
    }

    @Override
    public Instant instant() {
        boolean stepped = !stepsBackAfter.isZero() && System.nanoTime() - started > stepsBackAfter.toNanos();
        return right.instant().plus(stepped ? offset.minus(STEP) : offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
