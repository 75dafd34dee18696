package io.smsmessenger.spring;

import io.smsmessenger.sending.SmsDispatcher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the dispatcher when all else is up and stops it before anything else goes: its phase is the last, those of the
 * web server come before, and data sources are closed after all lifecycles. Stopping waits for messages in flight, so
 * that their outcome is still written down.
 */
final class DispatcherLifecycle implements SmartLifecycle {
    private final SmsDispatcher dispatcher;
    private volatile boolean running;

    DispatcherLifecycle(SmsDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void start() {
        dispatcher.start();
        running = true;
    }

    @Override
    public void stop() {
        dispatcher.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
