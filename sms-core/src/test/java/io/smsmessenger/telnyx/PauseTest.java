package io.smsmessenger.telnyx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smsmessenger.provider.SendOutcome.NotSent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which header is believed for which refusal: a request limit's reset comes with every answer, and concerns no other. */
class PauseTest {
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

    @ParameterizedTest
    @CsvSource({
        "429, 10011, Retry-After,       7, 7",
        "429, 10011, x-ratelimit-reset, 7, 7",
        "429, '',    x-ratelimit-reset, 7, 7",
        "400, 40318, x-ratelimit-reset, 7, 7",
        "401, 10009, x-ratelimit-reset, 7,  ",
        "401, 10009, Retry-After,       7, 7",
        "401, '',    x-ratelimit-reset, 7,  ",
        "403, '',    Retry-After,       7, 7",
        "402, 20100, x-ratelimit-reset, 7,  ",
        "409, 10036, x-ratelimit-reset, 7,  ",
        "429, 40333, Retry-After,       7, 900",
        "429, 40333, x-ratelimit-reset, 7, 900"
    })
    void believes_a_header_where_it_means_something(
            int status, String code, String header, String value, Long seconds) {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader(header, value)
                        .withBody("{\"errors\":[{\"code\":\"" + code + "\",\"title\":\"No\"}]}")));

        assertThat(telnyx.send(Fixtures.sms()))
                .isInstanceOfSatisfying(
                        NotSent.class,
                        notSent -> assertThat(notSent.retryAfter())
                                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds)));
    }
}
