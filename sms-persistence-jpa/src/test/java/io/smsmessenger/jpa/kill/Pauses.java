package io.smsmessenger.jpa.kill;

import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops workers for a while; never all of a fleet at once. */
final class Pauses implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Fleet fleet;
    private final Duration length;

    Pauses(Fleet fleet, Duration length) {
        this.fleet = fleet;
        this.length = length;
    }

    /** Stops one that works, once there are two; it goes on by itself. */
    void one() {
        Eventually.value(
                "two workers work",
                Stage.PATIENCE,
                () -> fleet.workers().stream().filter(WorkerProcess::works).count() > 1,
                Boolean::booleanValue);
        WorkerProcess worker = fleet.worker(fleet.anyReady());
        worker.pause();
        var unused = timer.schedule(worker::resume, length.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until all go on. */
    void awaitEnd() {
        Eventually.value(
                "all go on",
                Stage.PATIENCE,
                () -> fleet.workers().stream().noneMatch(WorkerProcess::paused),
                Boolean::booleanValue);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
