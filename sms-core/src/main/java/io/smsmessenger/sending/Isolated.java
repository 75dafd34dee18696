package io.smsmessenger.sending;

import io.smsmessenger.text.Redacted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs steps whose failure, whatever it is, must not end the others. */
final class Isolated {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcher.class);

    private Isolated() {}

    /** Runs the step; says whether it went well. */
    static boolean run(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | Error trouble) {
            log(what, trouble);
            return false;
        }
    }

    /** Even telling of an OutOfMemoryError needs memory. */
    private static void log(String what, Throwable trouble) {
        try {
            LOG.warn(
                    "{} failed, and will be tried again: {}",
                    what,
                    trouble.getClass().getName());
            LOG.debug("{} failed", what, Redacted.of(trouble));
        } catch (RuntimeException | Error speechless) {
            trouble.addSuppressed(speechless);
        }
    }
}
