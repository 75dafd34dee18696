package io.smsmessenger.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Lets some threads do the same again and again, and tells what that took. */
final class Load {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Load() {}

    /** Does it for this long. */
    static Cost during(Duration time, int threads, Work work) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return run(threads, () -> System.nanoTime() < end, work);
    }

    /** Does it this often, all threads together. */
    static Cost times(int count, int threads, Work work) throws Exception {
        AtomicInteger left = new AtomicInteger(count);
        return run(threads, () -> left.getAndDecrement() > 0, work);
    }

    /** Does it for as long as there is more. */
    static Cost run(int threads, BooleanSupplier more, Work work) throws Exception {
        LongAdder units = new LongAdder();
        LongAdder bytes = new LongAdder();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long cpu = PROCESS.getProcessCpuTime();
            long begun = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    long before = THREADS.getCurrentThreadAllocatedBytes();
                    long done = 0;
                    long last = 1;
                    while (last > 0 && more.getAsBoolean()) {
                        last = work.run();
                        done += last;
                    }
                    bytes.add(THREADS.getCurrentThreadAllocatedBytes() - before);
                    units.add(done);
                    return done;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return new Cost(units.sum(), System.nanoTime() - begun, PROCESS.getProcessCpuTime() - cpu, bytes.sum());
        } finally {
            pool.shutdownNow();
        }
    }

    /** One turn of the work. */
    @FunctionalInterface
    interface Work {
        /** Does it once and says how many units that were; 0 when there is nothing left to do. */
        int run() throws Exception;
    }

    /**
     * What it took.
     *
     * @param units how much was done
     * @param nanos how long it took
     * @param cpuNanos CPU time of this process
     * @param bytes what the working threads allocated
     */
    record Cost(long units, long nanos, long cpuNanos, long bytes) {
        double perSecond() {
            return units * 1e9 / nanos;
        }

        double cpuMicros() {
            return cpuNanos / 1e3 / units;
        }

        double bytesEach() {
            return (double) bytes / units;
        }
    }
}
