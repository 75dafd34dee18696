package io.smsmessenger.examples.simulator.carrier;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, on threads of its own that end with it. */
public final class Tasks implements AutoCloseable {
    private static final int WORKERS = 32;
    private static final System.Logger LOG = System.getLogger(Tasks.class.getName());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons("timer"));
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("worker"));
    private int open;
    private boolean closed;

    /** Starts without threads; they come with the work. */
    public Tasks() {
        workers.allowCoreThreadTimeOut(true);
    }

    /** Runs it after the delay; {@link #awaitIdle} waits for it. */
    public void after(Duration delay, Runnable work) {
        opened();
        start(delay, work);
    }

    /** Runs it after the delay; {@link #awaitIdle} waits for it only once it is due. */
    public void muchLater(Duration delay, Runnable work) {
        schedule(delay, () -> {
            opened();
            enqueue(work);
        });
    }

    /** Runs something short on the timer's own thread; nobody waits for it. */
    void watch(Duration delay, Runnable work) {
        schedule(delay, work);
    }

    private void start(Duration delay, Runnable work) {
        if (delay.isZero()) {
            enqueue(work);
        } else {
            schedule(delay, () -> enqueue(work));
        }
    }

    private synchronized void schedule(Duration delay, Runnable work) {
        if (!closed) {
            var unused = timer.schedule(work, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void enqueue(Runnable work) {
        if (!closed) {
            workers.execute(() -> run(work));
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (!isClosed()) {
                LOG.log(System.Logger.Level.ERROR, "A task of the simulator failed", failure);
            }
        } finally {
            ended();
        }
    }

    private synchronized void opened() {
        open++;
    }

    private synchronized void ended() {
        open--;
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Waits until nothing is due any more; false when that takes longer than the limit. */
    public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (open > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, "telnyx-simulator-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
