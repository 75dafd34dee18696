package io.smsmessenger.servlet;

/** In Jetty, where asynchronous processing is off. */
final class JettyBlockingTest extends WebhookServletContract {
    JettyBlockingTest() {
        super(JettyContainer::start, false);
    }
}
