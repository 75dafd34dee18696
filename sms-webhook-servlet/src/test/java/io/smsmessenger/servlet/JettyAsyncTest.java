package io.smsmessenger.servlet;

/** In Jetty, without a thread while the body comes. */
final class JettyAsyncTest extends WebhookServletContract {
    JettyAsyncTest() {
        super(JettyContainer::start, true);
    }
}
