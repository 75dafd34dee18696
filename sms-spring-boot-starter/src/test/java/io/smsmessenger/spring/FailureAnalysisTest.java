package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An application that cannot start says what is wrong and what to do, in words of ours. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {
    private static final String NO_DATABASE =
            "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";
    private static final String KEY = "--sms.telnyx.api-key=KEY123";
    private static final String PUBLIC_KEY = "--sms.telnyx.public-key=PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";

    @Test
    void noApiKey(CapturedOutput output) {
        fails("--sms.store=memory");

        assertThat(output)
                .contains("SMS Messenger has no API key for Telnyx.")
                .contains("Set sms.telnyx.api-key (or TELNYX_API_KEY)")
                .contains("sms.telnyx.base-url");
    }

    @Test
    void noPublicKeyForTheWebhook(CapturedOutput output) {
        fails("--sms.store=memory", KEY);

        assertThat(output)
                .contains("without Telnyx's public key nothing that comes in can be trusted")
                .contains("sms.webhook.enabled=false");
    }

    @Test
    void aSharedSecretInPlaceOfAPublicKey(CapturedOutput output) {
        fails("--sms.store=memory", KEY, "--TELNYX_WEBHOOK_SECRET=hush-hush");

        assertThat(output)
                .contains("Telnyx signs them with a key pair (Ed25519)")
                .contains("remove TELNYX_WEBHOOK_SECRET")
                .doesNotContain("hush-hush");
    }

    @Test
    void aPublicKeyThatIsNone(CapturedOutput output) {
        fails("--sms.store=memory", KEY, "--sms.telnyx.public-key=hush-hush");

        assertThat(output).contains("The settings for Telnyx cannot be used").doesNotContain("hush-hush");
    }

    @Test
    void noStore(CapturedOutput output) {
        fails(KEY, PUBLIC_KEY, NO_DATABASE);

        assertThat(output)
                .contains("SMS Messenger has no place to keep messages")
                .contains("Add spring-boot-starter-data-jpa")
                .contains("sms.store=memory");
    }

    @Test
    void nobodySaysWhoIsAsking(CapturedOutput output) {
        fails("--sms.store=memory", KEY, PUBLIC_KEY, "--sms.rest.enabled=true");

        assertThat(output)
                .contains("there is no SmsUserResolver bean that says who is asking")
                .contains("SmsUserResolver smsUsers()")
                .contains("sms.rest.enabled=false");
    }

    @Test
    void noTables(CapturedOutput output) {
        fails(
                KEY,
                PUBLIC_KEY,
                "--spring.datasource.url=jdbc:h2:mem:notables",
                "--sms.jpa.schema.initialize=never",
                "--spring.jpa.hibernate.ddl-auto=none");

        assertThat(output)
                .contains("The tables of SMS Messenger are not in the database")
                .contains("sms.jpa.schema.initialize=always")
                .contains("io/smsmessenger/jpa/schema");
    }

    @Test
    void aRegionThatIsNone(CapturedOutput output) {
        fails("--sms.store=memory", KEY, PUBLIC_KEY, "--sms.default-region=Germany");

        assertThat(output).contains("sms.default-region is a two-letter country code like US or DE");
    }

    private static void fails(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        all.add("--spring.main.banner-mode=off");
        try (var context = new SpringApplicationBuilder(Host.class).run(all.toArray(String[]::new))) {
            throw new AssertionError("it started: " + context);
        } catch (RuntimeException expected) {
            assertThat(expected).isNotNull();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Host {}
}
