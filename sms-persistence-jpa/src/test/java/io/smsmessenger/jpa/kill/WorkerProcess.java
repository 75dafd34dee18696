package io.smsmessenger.jpa.kill;

import io.smsmessenger.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One worker process, from the outside. Its standard input stays open: it ends by itself when this JVM does. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private boolean ready;
    private volatile boolean paused;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static WorkerProcess start(ChildJvm jvm, String name, WorkerSettings settings) {
        try {
            Path log = jvm.folder().resolve(name + ".log");
            return new WorkerProcess(jvm.start(Worker.class, settings.arguments(), log), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether it has begun to dispatch. */
    boolean ready() {
        ready = ready || said(Worker.READY);
        return ready;
    }

    boolean alive() {
        return process.isAlive();
    }

    WorkerProcess awaitReady() {
        Eventually.value("a worker dispatches, see " + log, START, () -> ready() || !alive(), Boolean::booleanValue);
        if (!ready()) {
            throw new AssertionError("a worker ended before it dispatched, see " + log);
        }
        return this;
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** SIGTERM, and waits until it has stopped by itself; answers whether its shutdown hook came to its end. */
    boolean stop() {
        // Not the process itself: that would also close its input, and it would end by that.
        process.toHandle().destroy();
        awaitEnd(Stage.PATIENCE);
        return said(Worker.STOPPED);
    }

    /** Waits for an end that it comes to by itself, and answers its exit status. */
    int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("a worker did not end within " + patience + ", see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Stops all its threads where they are, as a long collection or a moving virtual machine does. */
    void pause() {
        paused = true;
        Signals.send("STOP", process.pid());
    }

    void resume() {
        Signals.send("CONT", process.pid());
        paused = false;
    }

    /** Whether it goes on with its work: alive, dispatching, and not paused. */
    boolean works() {
        return alive() && !paused && ready();
    }

    boolean paused() {
        return paused;
    }

    private boolean said(String word) {
        try {
            return Files.readString(log).contains(word);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
