package io.smsmessenger.servlet;

/** In Tomcat, where asynchronous processing is off. */
final class TomcatBlockingTest extends WebhookServletContract {
    TomcatBlockingTest() {
        super(TomcatContainer::start, false);
    }
}
