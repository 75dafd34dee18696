package io.smsmessenger.examples.messenger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the messenger; without further settings with its demo inside. */
@SpringBootApplication(proxyBeanMethods = false)
public class MessengerApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(MessengerApplication.class, arguments);
    }
}
