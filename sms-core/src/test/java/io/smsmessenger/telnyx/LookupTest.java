package io.smsmessenger.telnyx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.provider.MessageLookup.Lookup.Found;
import io.smsmessenger.provider.MessageLookup.Lookup.Missing;
import io.smsmessenger.provider.MessageLookup.Lookup.Unavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class LookupTest {
    private static final ProviderMessageId OUTBOUND = new ProviderMessageId("ac012cbf-5e09-46af-a69a-7c0e2d90993c");
    private static final ProviderMessageId INBOUND = new ProviderMessageId("1fa55452-0000-4000-8000-000000000002");

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final TelnyxProvider telnyx = TelnyxProvider.builder()
            .apiKey("KEY-of-the-test")
            .withoutWebhooks()
            .clock(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))
            .callTimeout(Duration.ofSeconds(60))
            .baseUrl(URI.create("http://localhost:" + SERVER.getPort() + "/v2/"))
            .build();

    @AfterEach
    void close() {
        telnyx.close();
    }

    @Test
    void finds_a_text_that_we_sent() {
        Lookup lookup = find(OUTBOUND, aResponse().withBody(payload("finalized-delivered")));

        assertThat(lookup)
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.event()).isInstanceOfSatisfying(Receipt.class, receipt -> {
                            assertThat(receipt.messageId()).isEqualTo(OUTBOUND);
                            assertThat(receipt.status()).isEqualTo(MessageStatus.DELIVERED);
                            assertThat(receipt.reference()).isEqualTo("Zm9vYmFyYmF6cXV4MDEyMw");
                            assertThat(receipt.occurredAt()).isEqualTo(Instant.parse("2024-01-15T21:32:14.148Z"));
                            assertThat(receipt.eventId()).isEqualTo("lookup:" + OUTBOUND + ":delivered");
                        }));
        SERVER.verify(getRequestedFor(urlEqualTo("/v2/messages/" + OUTBOUND))
                .withHeader("Authorization", equalTo("Bearer KEY-of-the-test")));
        assertThat(find(OUTBOUND, aResponse().withBody(payload("finalized-delivered"))))
                .isEqualTo(lookup);
    }

    @Test
    void another_state_is_another_event() {
        assertThat(find(OUTBOUND, aResponse().withBody(payload("sent")))).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.event().eventId()).endsWith(":sent");
            assertThat(found.event().occurredAt()).isEqualTo(Instant.parse("2024-01-15T21:32:13.596Z"));
        });
    }

    @Test
    void finds_a_text_that_came_in() {
        assertThat(find(INBOUND, aResponse().withBody(payload("inbound-sms"))))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.event()).isInstanceOfSatisfying(InboundText.class, text -> {
                            assertThat(text.messageId()).isEqualTo(INBOUND);
                            assertThat(text.content().text()).isEqualTo("Test for full JSON");
                            assertThat(text.receivedAt()).isEqualTo(Instant.parse("2025-05-15T18:47:40.731Z"));
                        }));
    }

    @Test
    void a_text_that_telnyx_does_not_have_is_missing() {
        String code = "{\"errors\":[{\"code\":\"40303\",\"title\":\"Not found\"}]}";

        assertThat(find(OUTBOUND, aResponse().withStatus(404))).isEqualTo(new Missing());
        assertThat(find(OUTBOUND, aResponse().withStatus(400).withBody(code))).isEqualTo(new Missing());
        assertThat(find(OUTBOUND, aResponse().withStatus(422).withBody(Fixtures.json("error-bare"))))
                .isEqualTo(new Missing());
    }

    @Test
    void what_is_no_answer_says_nothing_about_the_text() {
        for (int status : List.of(204, 301, 400, 401, 403, 429, 500, 503)) {
            assertThat(find(OUTBOUND, aResponse().withStatus(status))).isInstanceOf(Unavailable.class);
        }
        for (String body :
                List.of("", "<html>", "{}", "{\"data\":{}}", payload("inbound-sms"), "{\"data\":{\"id\":\"")) {
            assertThat(find(OUTBOUND, aResponse().withBody(body))).isInstanceOf(Unavailable.class);
        }
        assertThat(find(OUTBOUND, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)))
                .isInstanceOf(Unavailable.class);
    }

    private Lookup find(ProviderMessageId id, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
        return telnyx.find(id);
    }

    /** The payload of an event, in the envelope of a look-up. */
    private static String payload(String fixture) {
        JsonMapper mapper = JsonMapper.builder().build();
        return "{\"data\":"
                + mapper.readTree(Fixtures.json(fixture)).path("data").path("payload") + "}";
    }
}
