package io.smsmessenger.jpa.kill;

import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops workers for a while; never all of a fleet at once. */
final class Pauses implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Set<WorkerProcess> paused = ConcurrentHashMap.newKeySet();
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
                () -> fleet.workers().size() - paused.size() > 1,
                Boolean::booleanValue);
        WorkerProcess worker = Eventually.value(
                "one that is not paused",
                Stage.PATIENCE,
                () -> fleet.worker(fleet.anyReady()),
                each -> !paused.contains(each));
        paused.add(worker);
        worker.pause();
        var unused = timer.schedule(() -> resume(worker), length.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void resume(WorkerProcess worker) {
        // It may have been killed meanwhile.
        if (worker.alive()) {
            worker.resume();
        }
        paused.remove(worker);
    }

    /** Waits until all go on. */
    void awaitEnd() {
        Eventually.value("all go on", Stage.PATIENCE, paused::isEmpty, Boolean::booleanValue);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
