package io.smsmessenger.servlet;

import jakarta.servlet.http.HttpServlet;

/** A servlet container that runs one servlet at {@value #PATH}, with few threads. */
interface WebContainer extends AutoCloseable {
    String PATH = "/webhooks/telnyx";

    /** Threads for requests: fewer than the slow senders of the tests. */
    int THREADS = 8;

    int port();

    @Override
    void close() throws Exception;

    /** Starts a container. */
    @FunctionalInterface
    interface Starter {
        WebContainer start(HttpServlet servlet, boolean asyncSupported) throws Exception;
    }
}
