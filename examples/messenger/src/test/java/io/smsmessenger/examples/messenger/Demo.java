package io.smsmessenger.examples.messenger;

import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as its users start it, with its data in a directory of the test's and on a free port. */
final class Demo implements AutoCloseable {
    private final ConfigurableApplicationContext application;

    private Demo(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static Demo start(Path data) {
        return start("--messenger.data=" + data, "--server.port=0", "--spring.main.banner-mode=off");
    }

    static Demo start(String... arguments) {
        return new Demo(new SpringApplicationBuilder(MessengerApplication.class).run(arguments));
    }

    String url() {
        return "http://localhost:" + port();
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Browser anonymous() {
        return new Browser(url(), null);
    }

    Browser as(String user) {
        return new Browser(url(), user + ":" + user);
    }

    Browser with(String credentials) {
        return new Browser(url(), credentials);
    }

    @Override
    public void close() {
        application.close();
    }
}
