package io.smsmessenger.examples.messenger.demo;

import io.smsmessenger.examples.simulator.TelnyxSimulator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the carrier go on with what an earlier run left open. Right before the web server listens: earlier its webhooks
 * would come to a closed door until it gives up, later a new message could be followed twice.
 */
final class ResumeSimulator implements SmartLifecycle {
    private final TelnyxSimulator simulator;
    private volatile boolean running;

    ResumeSimulator(TelnyxSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void start() {
        simulator.resume();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
