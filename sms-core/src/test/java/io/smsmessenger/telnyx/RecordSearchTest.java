package io.smsmessenger.telnyx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.provider.MessageLookup.Lookup.Found;
import io.smsmessenger.provider.MessageLookup.Lookup.Missing;
import io.smsmessenger.provider.MessageLookup.Lookup.Unavailable;
import io.smsmessenger.provider.SentTrace;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSearchTest {
    private static final SentTrace TRACE = new SentTrace(
            new MessageId(1),
            PhoneNumber.of("+13035550142"),
            PhoneNumber.of("+12025550123"),
            "abc",
            Instant.parse("2026-11-23T09:00:00.9Z"),
            Instant.parse("2026-11-23T09:30:00.1Z"));
    private static final String HEAD = "\"direction\":\"outbound\",\"created_at\":\"2026-11-23T09:10:00Z\"";
    private static final String OURS = "\"delivery_status_webhook_url\":\"https://app.example.com/hook?a=1&ref=abc\"";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final TelnyxProvider telnyx = TelnyxProvider.builder()
            .apiKey("KEY-of-the-test")
            .withoutWebhooks()
            .clock(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))
            .baseUrl(URI.create("http://localhost:" + SERVER.getPort() + "/v2/"))
            .build();

    @AfterEach
    void close() {
        telnyx.close();
    }

    @Test
    void asks_for_what_went_between_the_two_numbers_then() {
        assertThat(search(page(1, 0))).isEqualTo(new Missing());
        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo("/v2/detail_records"))
                        .withQueryParam("filter[record_type]", equalTo("messaging"))
                        .withQueryParam("filter[cli]", equalTo("+13035550142"))
                        .withQueryParam("filter[cld]", equalTo("+12025550123"))
                        .withQueryParam("filter[created_at][gte]", equalTo("2026-11-23T08:55:00Z"))
                        .withQueryParam("filter[created_at][lt]", equalTo("2026-11-23T09:35:01Z"))
                        .withQueryParam("sort", equalTo("created_at"))
                        .withQueryParam("page[size]", equalTo("50"))
                        .withQueryParam("page[number]", equalTo("1"))
                        .withHeader("Authorization", equalTo("Bearer KEY-of-the-test")));
    }

    @ParameterizedTest
    @CsvSource({
        "delivered,       DELIVERED",
        "failed,          FAILED",
        "gw_reject,       FAILED",
        "gw_timeout,      UNCONFIRMED",
        "dlr_timeout,     UNCONFIRMED",
        "dlr_unconfirmed, UNCONFIRMED",
        "received,        ACCEPTED",
        "a new word,      ACCEPTED",
        "'',              ACCEPTED"
    })
    void whatever_word_a_record_has_telnyx_has_the_message(String word, MessageStatus status) {
        assertThat(receipt("\"status\":\"" + word + "\"").status()).isEqualTo(status);
    }

    @Test
    void reads_times_cost_and_error() {
        Receipt receipt = receipt("\"status\":\"failed\",\"errors\":[\"40001\"],\"sent_at\":\"2026-11-23T09:10:01Z\","
                + "\"completed_at\":\"2026-11-23T09:10:02Z\",\"parts\":2,\"cost\":\"0.0080\",\"currency\":\"USD\"");
        assertThat(receipt.eventId()).isEqualTo("record:7f3f:failed");
        assertThat(receipt.messageId().value()).isEqualTo("7f3f");
        assertThat(receipt.reference()).isEqualTo("abc");
        assertThat(receipt.sentAt()).isEqualTo("2026-11-23T09:10:01Z");
        assertThat(receipt.completedAt()).isEqualTo("2026-11-23T09:10:02Z");
        assertThat(receipt.occurredAt()).isEqualTo("2026-11-23T09:10:02Z");
        assertThat(receipt.billing().parts()).isEqualTo(2);
        assertThat(receipt.billing().cost()).isEqualTo(new Money(new BigDecimal("0.0080"), "USD"));
        assertThat(receipt.failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.NOT_ROUTABLE));
    }

    @Test
    void a_record_that_hides_its_address_could_be_any_unless_it_came_in() {
        assertThat(search(page(1, 1, "{" + HEAD + "}"))).isInstanceOf(Unavailable.class);
        assertThat(search(page(1, 1, "{\"direction\":\"inbound\"}"))).isEqualTo(new Missing());
        assertThat(search(page(1, 1, "{" + HEAD + ",\"delivery_status_webhook_url\":\"https://x.example/?ref=abcd\"}")))
                .isEqualTo(new Missing());
    }

    @Test
    void what_is_not_all_is_not_missing() {
        assertThat(search(page(1, 7, "{\"direction\":\"inbound\"}"))).isInstanceOf(Unavailable.class);
        assertThat(search(page(999, 49_900, "{\"direction\":\"inbound\"}"))).isInstanceOf(Unavailable.class);
        SERVER.verify(10, getRequestedFor(urlPathEqualTo("/v2/detail_records")));
        SERVER.verify(
                1, getRequestedFor(urlPathEqualTo("/v2/detail_records")).withQueryParam("page[number]", equalTo("10")));
    }

    @Test
    void what_is_no_answer_says_nothing() {
        for (int status : List.of(204, 301, 400, 401, 403, 404, 429, 500, 503)) {
            assertThat(search(aResponse().withStatus(status))).isInstanceOf(Unavailable.class);
        }
        for (String body : List.of(
                "",
                "<html>",
                "{}",
                "{\"data\":[]}",
                "{\"data\":[],\"meta\":{\"total_pages\":1}}",
                "{\"data\":{},\"meta\":{\"total_pages\":0,\"total_results\":0}}",
                "{\"data\":[{" + OURS + "}],\"meta\":{\"total_pages\":1,\"total_results\":1}}")) {
            assertThat(search(aResponse().withBody(body))).isInstanceOf(Unavailable.class);
        }
        assertThat(search(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))).isInstanceOf(Unavailable.class);
    }

    private Receipt receipt(String fields) {
        Lookup lookup = search(page(1, 1, "{\"uuid\":\"7f3f\"," + HEAD + "," + OURS + "," + fields + "}"));
        assertThat(lookup).isInstanceOf(Found.class);
        return (Receipt) ((Found) lookup).event();
    }

    private static ResponseDefinitionBuilder page(int pages, int total, String... records) {
        return aResponse()
                .withBody("{\"data\":[%s],\"meta\":{\"page_number\":1,\"total_pages\":%d,\"total_results\":%d}}"
                        .formatted(String.join(",", records), pages, total));
    }

    private Lookup search(ResponseDefinitionBuilder answer) {
        SERVER.resetRequests();
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
        return telnyx.search(TRACE);
    }
}
