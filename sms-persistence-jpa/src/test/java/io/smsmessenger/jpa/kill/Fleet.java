package io.smsmessenger.jpa.kill;

import io.smsmessenger.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Worker processes on one database. Whichever is killed is started again at once. */
final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChildJvm jvm;
    private final List<WorkerSettings> settings;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final Random random;
    private int starts;

    Fleet(ChildJvm jvm, long seed, List<WorkerSettings> settings) {
        this.jvm = jvm;
        this.settings = settings;
        this.random = new Random(seed);
        settings.forEach(each -> workers.add(start(each)));
    }

    Fleet awaitReady() {
        workers.forEach(WorkerProcess::awaitReady);
        return this;
    }

    List<WorkerProcess> workers() {
        return List.copyOf(workers);
    }

    /** One that works, whichever; never one that is paused. */
    int anyReady() {
        return Eventually.value("any worker dispatches", PATIENCE, this::pick, place -> place >= 0);
    }

    private int pick() {
        int[] ready = IntStream.range(0, workers.size())
                .filter(place -> workers.get(place).works())
                .toArray();
        return ready.length == 0 ? -1 : ready[random.nextInt(ready.length)];
    }

    WorkerProcess worker(int place) {
        return workers.get(place);
    }

    /** SIGKILL, and another one in its place. */
    void kill(int place) {
        workers.get(place).kill();
        workers.set(place, start(settings.get(place)));
    }

    /** SIGTERM, and another one in its place; answers whether it stopped in good order. */
    boolean replace(int place) {
        boolean stopped = workers.get(place).stop();
        workers.set(place, start(settings.get(place)));
        return stopped;
    }

    /** Starts those again that ended by themselves, as a supervisor does, and counts them. */
    int revive() {
        int revived = 0;
        for (int place = 0; place < workers.size(); place++) {
            if (!workers.get(place).alive()) {
                workers.set(place, start(settings.get(place)));
                revived++;
            }
        }
        return revived;
    }

    /** SIGTERM to all; whoever is late with a request has made it when this returns. */
    void stop() {
        workers.forEach(WorkerProcess::stop);
    }

    private WorkerProcess start(WorkerSettings each) {
        return WorkerProcess.start(jvm, "worker-" + ++starts, each);
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
    }
}
