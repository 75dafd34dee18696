package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsListener;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.servlet.SmsWebhookServlet;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.telnyx.TelnyxProvider;
import io.smsmessenger.testing.MutableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.function.RouterFunction;

/** Which beans there are, by situation. */
class AutoConfigurationTest {
    private static final String[] OURS = ImportCandidates.load(
                    org.springframework.boot.autoconfigure.AutoConfiguration.class,
                    AutoConfigurationTest.class.getClassLoader())
            .getCandidates()
            .stream()
            .filter(name -> name.startsWith("io.smsmessenger"))
            .toArray(String[]::new);

    private final ApplicationContextRunner host = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(classes()))
            .withPropertyValues("sms.store=memory", "sms.dispatch.enabled=false");

    private final WebApplicationContextRunner webHost = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(classes()))
            .withPropertyValues("sms.store=memory", "sms.dispatch.enabled=false");

    private static Class<?>[] classes() {
        Class<?>[] classes = new Class<?>[OURS.length];
        for (int i = 0; i < OURS.length; i++) {
            try {
                classes[i] = Class.forName(OURS[i]);
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException(missing);
            }
        }
        return classes;
    }

    @Nested
    class WithoutAWebServer {
        @Test
        void sendsByTelnyxAndNeedsNoPublicKey() {
            host.withPropertyValues("sms.telnyx.api-key=KEY123")
                    .run(context -> assertThat(context)
                            .hasSingleBean(SmsMessenger.class)
                            .hasSingleBean(TelnyxProvider.class)
                            .hasSingleBean(InMemorySmsStore.class)
                            .doesNotHaveBean(ServletRegistrationBean.class)
                            .doesNotHaveBean(DispatcherLifecycle.class));
        }

        @Test
        void takesTheKeysFromTheVariablesOfTelnyxsOwnDocuments() {
            host.withSystemProperties("TELNYX_API_KEY=KEY123")
                    .run(context -> assertThat(context).hasSingleBean(TelnyxProvider.class));
        }

        @Test
        void doesNothingWhenSwitchedOff() {
            host.withPropertyValues("sms.enabled=false")
                    .run(context -> assertThat(context)
                            .doesNotHaveBean(SmsMessenger.class)
                            .doesNotHaveBean(SmsStore.class)
                            .doesNotHaveBean(SmsProvider.class)
                            .doesNotHaveBean(SmsListener.class));
        }

        @Test
        void publishesNoClockAndUsesTheHostsOne() {
            MutableClock clock = MutableClock.at("2030-01-01T00:00:00Z");
            host.withUserConfiguration(OwnProvider.class)
                    .run(context -> assertThat(context).doesNotHaveBean(Clock.class));
            host.withUserConfiguration(OwnProvider.class)
                    .withBean(Clock.class, () -> clock)
                    .run(context -> assertThat(ownedSince(context.getBean(SmsMessenger.class)))
                            .isEqualTo(clock.instant()));
            host.withUserConfiguration(OwnProvider.class)
                    .withBean("one", Clock.class, () -> clock)
                    .withBean("two", Clock.class, () -> clock)
                    .run(context -> assertThat(ownedSince(context.getBean(SmsMessenger.class)))
                            .isNotEqualTo(clock.instant()));
        }
    }

    @Nested
    class WithBeansOfTheHostsOwn {
        @Test
        void oursStayAway() {
            InMemorySmsStore store = new InMemorySmsStore();
            host.withUserConfiguration(OwnProvider.class)
                    .withBean("ownStore", SmsStore.class, () -> store)
                    .run(context -> {
                        assertThat(context).doesNotHaveBean(TelnyxProvider.class);
                        assertThat(context.getBean(SmsStore.class)).isSameAs(store);
                    });
        }

        @Test
        void aCustomizerHasTheLastWord() {
            host.withUserConfiguration(OwnProvider.class)
                    .withBean(
                            SmsMessengerCustomizer.class,
                            () -> builder -> builder.account("second", "tenant", new FakeProvider()))
                    .run(context -> assertThat(context.getBean(SmsMessenger.class)
                                    .operator()
                                    .accounts())
                            .hasSize(2));
        }

        @Test
        void eventsReachListenersAndEventListeners() {
            host.withUserConfiguration(OwnProvider.class, Hearing.class).run(context -> {
                SmsMessenger messenger = context.getBean(SmsMessenger.class);
                send(messenger);
                Hearing hearing = context.getBean(Hearing.class);
                assertThat(hearing.byListener).hasOnlyElementsOfType(SmsEvent.MessageQueued.class);
                assertThat(hearing.byEvent).isEqualTo(hearing.byListener).isNotEmpty();
            });
        }
    }

    @Nested
    class WithAWebServer {
        private final WebApplicationContextRunner keyed =
                webHost.withPropertyValues("sms.telnyx.api-key=KEY123", "sms.telnyx.public-key=" + PUBLIC_KEY);

        /** The public key of RFC 8032, test 2. */
        private static final String PUBLIC_KEY = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";

        @Test
        void opensTheWebhookAndNoRestApi() {
            keyed.withPropertyValues("sms.webhook.path=hooks/telnyx/").run(context -> {
                assertThat(context).doesNotHaveBean(RouterFunction.class);
                ServletRegistrationBean<?> webhook = context.getBean("smsWebhook", ServletRegistrationBean.class);
                assertThat(webhook.getServlet()).isInstanceOf(SmsWebhookServlet.class);
                assertThat(webhook.getUrlMappings()).containsExactly("/hooks/telnyx/*");
                assertThat(webhook.isAsyncSupported()).isTrue();
            });
        }

        @Test
        void needsNoPublicKeyWithoutTheWebhook() {
            webHost.withPropertyValues("sms.telnyx.api-key=KEY123", "sms.webhook.enabled=false")
                    .run(context -> assertThat(context)
                            .hasSingleBean(TelnyxProvider.class)
                            .doesNotHaveBean("smsWebhook"));
        }

        @Test
        void opensTheRestApiOnlyWhenAsked() {
            keyed.withPropertyValues("sms.rest.enabled=true")
                    .withBean(SmsUserResolver.class, () -> request -> Optional.empty())
                    .run(context -> assertThat(context).hasSingleBean(RouterFunction.class));
        }

        @Test
        void refusesRestSettingsThatMakeNoSense() {
            var asked = keyed.withPropertyValues("sms.rest.enabled=true")
                    .withBean(SmsUserResolver.class, () -> request -> Optional.empty());
            for (String setting : List.of(
                    "sms.rest.base-path=api/",
                    "sms.rest.base-path=/",
                    "sms.rest.default-page-size=0",
                    "sms.rest.default-page-size=101",
                    "sms.rest.max-page-size=201")) {
                asked.withPropertyValues(setting)
                        .run(context -> assertThat(context.getStartupFailure())
                                .rootCause()
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageStartingWith("sms.rest."));
            }
        }

        @Test
        void refusesWebhookSettingsThatMakeNoSense() {
            for (String setting :
                    List.of("sms.webhook.path=/", "sms.webhook.max-body-size=0B", "sms.webhook.max-body-size=4GB")) {
                keyed.withPropertyValues(setting)
                        .run(context -> assertThat(context.getStartupFailure())
                                .rootCause()
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageStartingWith("sms.webhook."));
            }
        }

        @Test
        void startsWhereSpringMvcIsNotThere() {
            keyed.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
                    .withPropertyValues("sms.rest.enabled=true")
                    .run(context -> assertThat(context).hasNotFailed().hasBean("smsWebhook"));
        }

        @Test
        void startsWhereJpaIsNotThere() {
            keyed.withClassLoader(
                            new FilteredClassLoader("jakarta.persistence", "org.springframework.orm", "org.hibernate"))
                    .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SmsStore.class));
        }
    }

    private static Instant ownedSince(SmsMessenger messenger) {
        return messenger
                .operator()
                .assign(PhoneNumber.of("+13035550100"), UserId.of("ann"), null)
                .from();
    }

    private static void send(SmsMessenger messenger) {
        UserId ann = UserId.of("ann");
        ProfileId profile =
                messenger.operator().addProfile(ann, "p1", "Profile").id();
        messenger.operator().assign(PhoneNumber.of("+13035550100"), ann, profile);
        messenger.forUser(ann).send(Draft.to(PhoneNumber.of("+12025550123"), "Hello"));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnProvider {
        @Bean
        FakeProvider ownProvider() {
            return new FakeProvider();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Hearing {
        final List<SmsEvent> byListener = new CopyOnWriteArrayList<>();
        final List<SmsEvent> byEvent = new CopyOnWriteArrayList<>();

        @Bean
        SmsListener own() {
            return (event, owner) -> byListener.add(event);
        }

        @EventListener
        void hear(SmsEvent event) {
            byEvent.add(event);
        }
    }
}
