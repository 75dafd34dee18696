package io.smsmessenger.sending;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with a name that says whose they are, virtual where that is wanted and the JVM has them. */
final class Threads {
    private static final Optional<Virtual> VIRTUAL = Virtual.ofThisJvm();

    private Threads() {}

    /** Threads of the platform. */
    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Virtual ones if they are allowed and there are any, else those of the platform. */
    static ThreadFactory named(String name, boolean virtual) {
        return virtual && VIRTUAL.isPresent() ? VIRTUAL.get().named(name) : named(name);
    }

    /** So many hands that are kept, or where threads cost nothing, one for each task. */
    static ExecutorService hands(String name, int most, boolean virtual) {
        return virtual && VIRTUAL.isPresent()
                ? VIRTUAL.get().perTask(VIRTUAL.get().named(name))
                : Executors.newFixedThreadPool(most, named(name));
    }

    /**
     * The methods of Java 21 that make virtual threads, for byte code that also runs on 17.
     *
     * @param builder of what {@code Thread.ofVirtual()} answers
     * @param name of its {@code name(String, long)}
     * @param factory of its {@code factory()}
     * @param executor of {@code Executors.newThreadPerTaskExecutor(ThreadFactory)}
     */
    private record Virtual(MethodHandle builder, MethodHandle name, MethodHandle factory, MethodHandle executor) {
        static Optional<Virtual> ofThisJvm() {
            try {
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
                return Optional.of(new Virtual(
                        lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder)),
                        lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class, long.class)),
                        lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class)),
                        lookup.findStatic(
                                Executors.class,
                                "newThreadPerTaskExecutor",
                                MethodType.methodType(ExecutorService.class, ThreadFactory.class))));
            } catch (ReflectiveOperationException notBefore21) {
                return Optional.empty();
            }
        }

        ThreadFactory named(String prefix) {
            return (ThreadFactory) call(factory, call(name, call(builder), prefix + "-", 1L));
        }

        ExecutorService perTask(ThreadFactory threads) {
            return (ExecutorService) call(executor, threads);
        }

        private static Object call(MethodHandle handle, Object... arguments) {
            try {
                return handle.invokeWithArguments(arguments);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw new IllegalStateException("the JVM's virtual threads cannot be used", checked);
            }
        }
    }
}
