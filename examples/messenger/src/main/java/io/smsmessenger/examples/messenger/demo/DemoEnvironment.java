package io.smsmessenger.examples.messenger.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles early what the demo's addresses are made of. The simulated carrier is called on our own port and calls back
 * there, so port 0 becomes a free one before anything is built; H2 takes no path that could be relative to anything.
 */
final class DemoEnvironment implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.matchesProfiles("demo")) {
            return;
        }
        Map<String, Object> settled = new HashMap<>();
        String data = environment.getRequiredProperty("messenger.data");
        settled.put("messenger.data", Path.of(data).toAbsolutePath().normalize().toString());
        if (environment.getProperty("server.port", Integer.class, 8080) == 0) {
            settled.put("server.port", freePort());
        }
        environment.getPropertySources().addFirst(new MapPropertySource("messenger demo", settled));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("There is no free port", none);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
