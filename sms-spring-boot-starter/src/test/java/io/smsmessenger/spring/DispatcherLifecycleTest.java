package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Sending goes on for as long as the application runs, and no longer. */
class DispatcherLifecycleTest {
    private final ApplicationContextRunner sending = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SmsMemoryAutoConfiguration.class, SmsAutoConfiguration.class, SmsDispatchAutoConfiguration.class))
            .withBean(FakeProvider.class, FakeProvider::new)
            .withPropertyValues("sms.store=memory");

    @Test
    void beginsWithTheApplicationAndEndsBeforeIt() {
        sending.run(context -> {
            DispatcherLifecycle lifecycle = context.getBean(DispatcherLifecycle.class);
            assertThat(lifecycle.isRunning()).isTrue();
            assertThat(lifecycle.getPhase()).isEqualTo(Integer.MAX_VALUE);
            becomesAccepted(context.getBean(SmsMessenger.class));
            context.close();
            assertThat(lifecycle.isRunning()).isFalse();
        });
    }

    @Test
    void goesOnWhenThePausedContextGoesOn() {
        sending.run(context -> {
            context.stop();
            context.start();
            becomesAccepted(context.getBean(SmsMessenger.class));
        });
    }

    @Test
    void beginsEvenWhereBeansAreLazy() {
        sending.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(
                                context.getBean(DispatcherLifecycle.class).isRunning())
                        .isTrue());
    }

    private void becomesAccepted(SmsMessenger messenger) {
        MessageId message = send(messenger);
        Eventually.holds(
                "it is with the carrier",
                () -> messenger
                                .forUser(UserId.of("ann"))
                                .messages()
                                .get(message)
                                .status()
                                .rank()
                        >= 30);
    }

    private static MessageId send(SmsMessenger messenger) {
        UserId ann = UserId.of("ann");
        ProfileId profile =
                messenger.operator().addProfile(ann, "p1", "Profile").id();
        messenger.operator().assign(PhoneNumber.of("+13035550100"), ann, profile);
        return messenger
                .forUser(ann)
                .send(Draft.to(PhoneNumber.of("+12025550123"), "Hello"))
                .id();
    }
}
