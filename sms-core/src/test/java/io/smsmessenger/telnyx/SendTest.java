package io.smsmessenger.telnyx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.ShortCode;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SendOutcome.Accepted;
import io.smsmessenger.provider.SendOutcome.Lane;
import io.smsmessenger.provider.SendOutcome.NotSent;
import io.smsmessenger.provider.SendOutcome.Rejected;
import io.smsmessenger.provider.SendOutcome.Unknown;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final AtomicReference<String> apiKey = new AtomicReference<>("KEY-one");
    private final TelnyxProvider telnyx = TelnyxProvider.builder()
            .apiKey(apiKey::get)
            .withoutWebhooks()
            .clock(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))
            .callTimeout(Duration.ofSeconds(60))
            .baseUrl(URI.create("http://localhost:" + SERVER.getPort() + "/v2"))
            .build();

    @AfterEach
    void close() {
        telnyx.close();
    }

    @Test
    void posts_a_text() {
        answers(aResponse().withBody(Fixtures.json("send-answer-production")));

        telnyx.send(Fixtures.sms(Content.text("Hello “you” 😀\n")));

        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/v2/messages"))
                        .withHeader("Authorization", equalTo("Bearer KEY-one"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withHeader("User-Agent", equalTo("sms-messenger"))
                        .withHeader("Idempotency-Key", absent())
                        .withRequestBody(equalToJson("""
                                {"from": "+12025550123", "to": "+12025550199", "text": "Hello “you” 😀\\n",
                                 "messaging_profile_id": "profile-1",
                                 "webhook_url": "https://app.example.com/sms/telnyx?ref=abc123",
                                 "use_profile_webhooks": true}""")));
    }

    @Test
    void posts_media_as_mms_and_leaves_out_what_there_is_not() {
        answers(aResponse().withBody(Fixtures.json("send-answer-production")));
        Content pictures = new Content("", List.of(URI.create("https://example.com/a.png?x=1&y=2")));

        telnyx.send(new OutboundSms(
                new MessageId(1), Fixtures.ANN, new ShortCode("72345"), pictures, "profile-1", "abc123", null));

        SERVER.verify(postRequestedFor(urlEqualTo("/v2/messages")).withRequestBody(equalToJson("""
                {"from": "+12025550123", "to": "72345", "type": "MMS",
                 "media_urls": ["https://example.com/a.png?x=1&y=2"], "messaging_profile_id": "profile-1"}""")));
    }

    @Test
    void a_torn_character_does_not_keep_the_text_from_going() {
        answers(aResponse().withBody(Fixtures.json("send-answer-production")));

        assertThat(telnyx.send(Fixtures.sms(Content.text("a\uD83D")))).isInstanceOf(Accepted.class);
    }

    @Test
    void asks_for_the_key_each_time_and_waits_while_there_is_none() {
        answers(aResponse().withBody(Fixtures.json("send-answer-production")));
        telnyx.send(Fixtures.sms());
        apiKey.set("KEY-two\n");
        telnyx.send(Fixtures.sms());
        SERVER.verify(1, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer KEY-two")));

        apiKey.set("KEY \r\nInjected: yes");

        assertThat(telnyx.send(Fixtures.sms())).isInstanceOfSatisfying(NotSent.class, notSent -> {
            assertThat(notSent.lane()).isEqualTo(Lane.ACCOUNT);
            assertThat(notSent.failure().reason()).isEqualTo(FailureReason.ACCOUNT);
        });
        SERVER.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void a_key_that_cannot_be_fetched_is_an_account_out_of_order() {
        try (TelnyxProvider vaultless = TelnyxProvider.builder()
                .apiKey(() -> {
                    throw new IllegalStateException("vault");
                })
                .withoutWebhooks()
                .build()) {
            assertThat(vaultless.send(Fixtures.sms())).isInstanceOf(NotSent.class);
        }
    }

    @Test
    void reads_the_answer_seen_in_production() {
        assertThat(send(aResponse().withBody(Fixtures.json("send-answer-production"))))
                .isEqualTo(new Accepted(
                        new ProviderMessageId("403195bd-0000-4000-8000-000000000001"),
                        new Billing(Encoding.GSM_7, 1, new Money(new BigDecimal("0.0140"), "USD"))));
    }

    @Test
    void reads_the_answer_of_the_reference() {
        assertThat(send(aResponse().withStatus(201).withBody(Fixtures.json("send-answer-reference"))))
                .isEqualTo(new Accepted(
                        new ProviderMessageId("40385f64-5717-4562-b3fc-2c963f66afa6"),
                        new Billing(Encoding.GSM_7, 1, new Money(new BigDecimal("0.0051"), "USD"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"id\":\"x\",\"cost\":null}}",
                "{\"data\":{\"cost\":{\"amount\":{},\"currency\":[]},\"parts\":1.5,\"id\":\"x\"}}",
                "{\"data\":{\"cost\":[{\"amount\":\"1\"}],\"encoding\":\"KLINGON-9\",\"id\":\"x\"}}",
                "{\"data\":{\"from\":\"+12025550123\",\"to\":[{\"line_type\":\"Unknown\"}],\"id\":\"x\"}}",
                "{\"meta\":{\"id\":\"y\"},\"data\":{\"to\":[{\"id\":\"z\"}],\"id\":\"x\"}}",
                "{\"data\":{\"id\":\"x\",\"text\":\"cut sho",
                "{\"data\":{\"id\":\"x\"}} and more"
            })
    void finds_the_id_however_odd_the_rest(String body) {
        assertThat(send(aResponse().withBody(body)))
                .isEqualTo(new Accepted(new ProviderMessageId("x"), Billing.none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "<html>ok</html>",
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"id\":\"x\"}",
                "{\"data\":{\"id\":null}}",
                "{\"data\":{\"id\":\" \"}}",
                "{\"data\":{\"id\":{\"id\":\"x\"}}}",
                "{\"data\":{\"record_type\":\"mess"
            })
    void a_success_without_an_id_is_unknown(String body) {
        assertThat(send(aResponse().withBody(body))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400,10001,NOT_ROUTABLE",
        "400,10002,NOT_ROUTABLE",
        "400,10003,REQUEST",
        "422,10004,REQUEST",
        "404,10005,REQUEST",
        "403,10006,REQUEST",
        "400,10015,REQUEST",
        "400,10016,REQUEST",
        "409,10021,REQUEST",
        "400,10023,REQUEST",
        "415,10024,REQUEST",
        "400,10026,REQUEST",
        "422,10027,REQUEST",
        "400,10028,REQUEST",
        "400,10029,REQUEST",
        "400,10032,REQUEST",
        "400,10033,REQUEST",
        "400,10035,REQUEST",
        "403,10038,ACCOUNT",
        "403,10039,ACCOUNT",
        "400,40001,NOT_ROUTABLE",
        "400,40002,SPAM",
        "400,40003,SPAM",
        "400,40004,CARRIER",
        "400,40005,EXPIRED",
        "400,40006,CARRIER",
        "400,40007,NOT_ROUTABLE",
        "400,40008,CARRIER",
        "400,40009,CONTENT",
        "400,40010,SENDER",
        "400,40011,RATE_LIMITED",
        "400,40012,NOT_ROUTABLE",
        "400,40013,SENDER",
        "400,40014,EXPIRED",
        "400,40015,SPAM",
        "400,40016,RATE_LIMITED",
        "400,40017,SPAM",
        "400,40018,RATE_LIMITED",
        "400,40019,SENDER",
        "400,40020,SPAM",
        "400,40100,SENDER",
        "400,40150,SENDER",
        "400,40159,SENDER",
        "400,40301,NOT_ROUTABLE",
        "400,40302,CONTENT",
        "404,40303,REQUEST",
        "400,40304,REQUEST",
        "400,40305,SENDER",
        "400,40306,SENDER",
        "400,40307,SENDER",
        "400,40308,SENDER",
        "400,40309,SENDER",
        "400,40310,NOT_ROUTABLE",
        "400,40311,ACCOUNT",
        "400,40312,SENDER",
        "400,40313,ACCOUNT",
        "400,40314,ACCOUNT",
        "400,40315,SENDER",
        "400,40316,REQUEST",
        "400,40317,CONTENT",
        "400,40319,NOT_ROUTABLE",
        "400,40320,SENDER",
        "400,40321,SENDER",
        "400,40322,CONTENT",
        "400,40323,SENDER",
        "400,40324,SENDER",
        "400,40325,SENDER",
        "400,40326,SENDER",
        "400,40327,SENDER",
        "400,40328,CONTENT",
        "400,40329,SENDER",
        "400,40330,SENDER",
        "400,40331,SENDER",
        "500,40305,SENDER"
    })
    void a_documented_code_is_a_refusal(int status, String code, FailureReason reason) {
        assertThat(send(error(status, code, "Title"))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.failure().reason()).isEqualTo(reason);
            assertThat(rejected.failure().providerCode()).isEqualTo(code);
            assertThat(rejected.failure().detail()).isEqualTo("Title");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "401,10009,ACCOUNT,ACCOUNT", "403,10010,ACCOUNT,ACCOUNT", "429,10011,ACCOUNT,RATE_LIMITED",
        "400,10011,ACCOUNT,RATE_LIMITED", "409,10036,MESSAGE,OTHER", "401,20001,ACCOUNT,ACCOUNT",
        "401,20002,ACCOUNT,ACCOUNT", "403,20003,ACCOUNT,ACCOUNT", "401,20006,ACCOUNT,ACCOUNT",
        "401,20008,ACCOUNT,ACCOUNT", "403,20012,ACCOUNT,ACCOUNT", "403,20013,ACCOUNT,ACCOUNT",
        "403,20014,ACCOUNT,ACCOUNT", "403,20016,ACCOUNT,ACCOUNT", "403,20017,ACCOUNT,ACCOUNT",
        "402,20100,ACCOUNT,ACCOUNT", "400,20100,ACCOUNT,ACCOUNT", "429,40318,NUMBER,RATE_LIMITED",
        "400,40318,NUMBER,RATE_LIMITED", "429,40333,PROFILE,ACCOUNT", "401,99999,ACCOUNT,ACCOUNT",
        "402,99999,ACCOUNT,ACCOUNT", "403,99999,ACCOUNT,ACCOUNT", "429,99999,ACCOUNT,RATE_LIMITED"
    })
    void what_will_be_taken_later_was_not_sent(int status, String code, Lane lane, FailureReason reason) {
        assertThat(send(error(status, code, "Title"))).isInstanceOfSatisfying(NotSent.class, notSent -> {
            assertThat(notSent.lane()).isEqualTo(lane);
            assertThat(notSent.failure().reason()).isEqualTo(reason);
            assertThat(notSent.failure().providerCode()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500,10007",
        "408,10008",
        "504,10008",
        "503,10037",
        "500,99999",
        "503,99999",
        "409,99999",
        "408,99999",
        "307,99999",
        "418,99999"
    })
    void what_may_have_been_taken_is_unknown(int status, String code) {
        assertThat(send(error(status, code, "Title")))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.failure().providerCode()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "Blocked due to STOP message,OPTED_OUT",
        "Blocked,OPTED_OUT",
        "User has sent Stop,OPTED_OUT",
        "Invalid destination,OTHER"
    })
    void only_the_title_of_a_block_tells_an_opt_out(String title, FailureReason reason) {
        assertThat(send(error(403, "40300", title)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.failure().reason()).isEqualTo(reason));
    }

    @Test
    void an_unknown_code_keeps_its_words_without_the_numbers_in_them() {
        String body = "{\"errors\":[{\"code\":42201,\"title\":\"New trouble\",\"detail\":\"From '+12025550123' to"
                + " (202) 555-0199 or 2025550199\\n in 40300\"}]}";

        assertThat(send(aResponse().withStatus(422).withBody(body)))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.failure().reason()).isEqualTo(FailureReason.OTHER);
                    assertThat(rejected.failure().providerCode()).isEqualTo("42201");
                    assertThat(rejected.failure().detail())
                            .startsWith("New trouble: From '•••' to ")
                            .endsWith(" in 40300")
                            .doesNotContain("2025550", "555-01");
                });
    }

    @Test
    void a_known_code_counts_before_an_unknown_one() {
        String body = "{\"errors\":[{\"code\":\"99999\",\"title\":\"?\"},{\"code\":\"40310\",\"title\":\"!\"}]}";

        assertThat(send(aResponse().withStatus(400).withBody(body)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.failure().reason()).isEqualTo(FailureReason.NOT_ROUTABLE));
    }

    @Test
    void a_bare_error_is_read_like_a_list_of_one() {
        assertThat(send(aResponse().withStatus(404).withBody(Fixtures.json("error-bare"))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.failure().providerCode()).isEqualTo("40303"));
    }

    @ParameterizedTest
    @CsvSource({
        "400,Rejected", "404,Rejected", "413,Rejected", "422,Rejected", "401,NotSent", "402,NotSent", "403,NotSent",
        "429,NotSent", "302,Unknown", "304,Unknown", "307,Unknown", "407,Unknown", "408,Unknown", "409,Unknown",
        "425,Unknown", "499,Unknown", "500,Unknown", "502,Unknown", "503,Unknown", "504,Unknown"
    })
    void without_a_code_the_status_has_to_do(int status, String kind) {
        for (String body : List.of("", "<html>no</html>", "{}", "{\"errors\":[]}", "{\"errors\":\"no\"}", "[[[", "7")) {
            assertThat(send(aResponse().withStatus(status).withBody(body))
                            .getClass()
                            .getSimpleName())
                    .as(body)
                    .isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After       | 7                             | 7",
                "Retry-After       | 0                             | 1",
                "Retry-After       | 100000                        | 900",
                "Retry-After       | 99999999999999999999          | 900",
                "Retry-After       | Mon, 23 Nov 2026 10:00:30 GMT | 30",
                "Retry-After       | Mon, 23 Nov 2026 09:00:00 GMT | 1",
                "Retry-After       | soon                          | ",
                "Retry-After       | -5                            | ",
                "x-ratelimit-reset | 42                            | 42",
                "x-ratelimit-reset | 1795428060                    | 60",
                "x-ratelimit-reset | 1795420000                    | 1",
                "x-ratelimit-reset | never                         | ",
                "X-Nothing         | 1                             | "
            })
    void waits_as_long_as_asked_within_reason(String header, String value, Long seconds) {
        Duration expected = seconds == null ? null : Duration.ofSeconds(seconds);

        assertThat(send(aResponse().withStatus(429).withHeader(header, value)))
                .isInstanceOfSatisfying(
                        NotSent.class,
                        notSent -> assertThat(notSent.retryAfter()).isEqualTo(expected));
    }

    @Test
    void a_spent_limit_is_asked_about_again_now_and_then() {
        assertThat(send(error(429, "40333", "Spend limit")))
                .isInstanceOfSatisfying(
                        NotSent.class,
                        notSent -> assertThat(notSent.retryAfter()).isEqualTo(Duration.ofMinutes(15)));
    }

    private SendOutcome send(ResponseDefinitionBuilder answer) {
        answers(answer);
        return telnyx.send(Fixtures.sms());
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String code, String title) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"errors\":[{\"code\":\"" + code + "\",\"title\":\"" + title + "\"}]}");
    }
}
