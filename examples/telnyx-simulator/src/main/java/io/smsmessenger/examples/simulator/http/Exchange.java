package io.smsmessenger.examples.simulator.http;

/** Answers requests; adapters for servers call it. */
@FunctionalInterface
public interface Exchange {

    /** Answers one request; never throws for what the caller sent. */
    Response handle(Request request);
}
