package io.smsmessenger.servlet;

/** In Tomcat, without a thread while the body comes. */
final class TomcatAsyncTest extends WebhookServletContract {
    TomcatAsyncTest() {
        super(TomcatContainer::start, true);
    }
}
