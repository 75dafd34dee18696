package io.smsmessenger.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smsmessenger.http.HttpResult.Answer;
import io.smsmessenger.http.HttpResult.Broken;
import io.smsmessenger.http.HttpResult.NotSent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OneShotHttpTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final OneShotHttp http =
            new OneShotHttp(new HttpLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), 1_000));
    private final OneShotHttp hasty =
            new OneShotHttp(new HttpLimits(Duration.ofSeconds(30), Duration.ofMillis(700), 1_000));

    @AfterEach
    void close() {
        http.close();
        hasty.close();
    }

    @Test
    void posts_json_as_it_is() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(
                        aResponse().withStatus(201).withHeader("X-Thing", "yes").withBody("done")));

        HttpResult result = http.post(server().with("messages"), Map.of("X-Mine", "1"), "{\"a\":1}".getBytes(UTF_8));

        assertThat(result).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("x-thing")).isEqualTo("yes");
            assertThat(answer.header("absent")).isNull();
            assertThat(new String(answer.body(), UTF_8)).isEqualTo("done");
            assertThat(answer.complete()).isTrue();
        });
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/messages"))
                        .withHeader("X-Mine", equalTo("1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Accept-Encoding", equalTo("identity"))
                        .withRequestBody(equalToJson("{\"a\":1}")));
    }

    @Test
    void gets_a_path_segment_that_needs_escaping() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));

        HttpResult result = http.get(server().with("a/b ?c"), Map.of());

        assertThat(result)
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.status()).isEqualTo(404));
        SERVER.verify(getRequestedFor(urlEqualTo("/a%2Fb%20%3Fc")));
    }

    @Test
    void reads_no_more_of_an_answer_than_allowed() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1_001))));

        assertThat(post()).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.body()).hasSize(1_000);
            assertThat(answer.complete()).isFalse();
        });
    }

    @Test
    void an_answer_of_exactly_the_limit_is_complete() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1_000))));

        assertThat(post()).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.body()).hasSize(1_000);
            assertThat(answer.complete()).isTrue();
        });
    }

    @Test
    void a_break_after_the_request_is_broken() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(post()).isInstanceOf(Broken.class);
    }

    @Test
    void a_timeout_after_the_request_is_broken() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            assertThat(hasty.post(HttpAddress.of(uri), Map.of(), new byte[1])).isInstanceOf(Broken.class);
        }
    }

    @Test
    void a_refused_connection_is_not_sent() throws Exception {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }

        assertThat(http.post(HttpAddress.of(nobody), Map.of(), new byte[0])).isInstanceOf(NotSent.class);
    }

    @Test
    void an_unknown_host_is_not_sent() {
        assertThat(http.post(HttpAddress.of(URI.create("http://no-such-host.invalid")), Map.of(), new byte[0]))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void a_failed_or_silent_tls_handshake_is_not_sent() throws Exception {
        assertThat(http.post(
                        HttpAddress.of(URI.create("https://127.0.0.1:" + SERVER.getPort())), Map.of(), new byte[0]))
                .isInstanceOf(NotSent.class);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("https://127.0.0.1:" + silent.getLocalPort());

            assertThat(hasty.post(HttpAddress.of(uri), Map.of(), new byte[0])).isInstanceOf(NotSent.class);
        }
    }

    @Test
    void nothing_is_sent_after_the_close() {
        http.close();
        http.close();

        assertThat(post()).isInstanceOf(NotSent.class);
        SERVER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void many_clients_leave_no_threads_behind() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));
        post();
        int before = okHttpThreads();

        for (int i = 0; i < 30; i++) {
            try (OneShotHttp another =
                    new OneShotHttp(new HttpLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), 1_000))) {
                another.post(server(), Map.of(), new byte[0]);
            }
        }

        assertThat(okHttpThreads()).isLessThanOrEqualTo(before + 3);
    }

    /** The library keeps a few threads for all clients of the process together. */
    private static int okHttpThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Ok"))
                .count();
    }

    private HttpResult post() {
        return http.post(server(), Map.of(), "{}".getBytes(UTF_8));
    }

    private static HttpAddress server() {
        return HttpAddress.of(URI.create(SERVER.baseUrl()));
    }
}
