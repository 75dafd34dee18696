package io.smsmessenger.examples.messenger.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where to look, once everything is in place. */
@Component
@Profile("demo")
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final int port;

    Welcome(@Value("${server.port}") int port) {
        this.port = port;
    }

    @Order(2)
    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info(
                "Open http://localhost:{} and sign in as alice or bob (the password is the name);"
                        + " be the customer at http://localhost:{}/simulator/",
                port,
                port);
    }
}
