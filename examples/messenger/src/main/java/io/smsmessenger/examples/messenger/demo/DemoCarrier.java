package io.smsmessenger.examples.messenger.demo;

import io.smsmessenger.examples.simulator.SimulatorServlet;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The carrier inside the application: reached over HTTP, with a key of its own that signs its webhooks. The library
 * talks to it exactly as it would to Telnyx.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoCarrier {
    @Bean
    TelnyxSimulator simulator(
            @Value("${messenger.data}") Path data,
            @Value("${sms.telnyx.api-key}") String apiKey,
            @Value("${sms.webhook.public-url}") String webhookUrl) {
        TelnyxSimulator simulator = TelnyxSimulator.builder()
                .dataDirectory(data.resolve("simulator"))
                .apiKey(apiKey)
                .profile(DemoNumbers.PROFILE, DemoNumbers.PROFILE_NAME, webhookUrl)
                .number(DemoNumbers.SUPPORT, DemoNumbers.PROFILE)
                .number(DemoNumbers.SALES, DemoNumbers.PROFILE)
                .prepareEmbedded();
        // The port can be another one than last time.
        simulator.webhook(DemoNumbers.PROFILE, webhookUrl);
        return simulator;
    }

    @Bean
    ServletRegistrationBean<SimulatorServlet> simulatorServlet(TelnyxSimulator simulator) {
        return new ServletRegistrationBean<>(new SimulatorServlet(simulator), "/simulator/*");
    }

    /** Telnyx, with the simulator's keys: what it signs with is made at its first start. */
    @Bean
    TelnyxProvider telnyx(TelnyxSimulator simulator, @Value("${sms.telnyx.base-url}") URI baseUrl) {
        return TelnyxProvider.builder()
                .baseUrl(baseUrl)
                .apiKey(simulator.apiKey())
                .publicKey(simulator.publicKey())
                .build();
    }

    @Bean
    ResumeSimulator resumeSimulator(TelnyxSimulator simulator) {
        return new ResumeSimulator(simulator);
    }

    /** Customers and the carrier have no login; the carrier's API asks for its key by itself. */
    @Bean
    @Order(0)
    SecurityFilterChain simulatorDoor(HttpSecurity http) {
        return http.securityMatcher("/simulator/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
