package io.smsmessenger.jpa.kill;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends processes those signals that the JDK has no method for. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + signal + " answered " + status);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
