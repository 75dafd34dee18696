package io.smsmessenger.telnyx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.InboundMedia;
import io.smsmessenger.model.Keyword;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.model.ProviderEvent.Other;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderEvent.Unreadable;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SenderName;
import io.smsmessenger.model.ShortCode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {
    @Test
    void reads_a_text_as_seen_in_production() {
        assertThat(read(Fixtures.json("inbound-sms")))
                .isEqualTo(new InboundText(
                        "5ed9ec04-0000-4000-8000-000000000001",
                        "message.received",
                        Instant.parse("2025-05-15T18:47:41.038Z"),
                        new ProviderMessageId("1fa55452-0000-4000-8000-000000000002"),
                        PhoneNumber.of("+16175550100"),
                        PhoneNumber.of("+17175550101"),
                        Content.text("Test for full JSON"),
                        List.of(),
                        List.of(),
                        Instant.parse("2025-05-15T18:47:40.731Z"),
                        "400196d4-0000-4000-8000-000000000003",
                        null,
                        new Billing(Encoding.GSM_7, 1, new Money(new BigDecimal("0.0160"), "USD"))));
    }

    @Test
    void reads_a_picture() {
        InboundText text = inbound(Fixtures.json("inbound-mms"));

        assertThat(text.content().text()).isEqualTo("Check out this photo!");
        assertThat(text.content().media()).containsExactly(URI.create("https://media.telnyx.com/example-image.png"));
        assertThat(text.media())
                .containsExactly(new InboundMedia(
                        URI.create("https://media.telnyx.com/example-image.png"),
                        "image/png",
                        102_400L,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
        assertThat(text.billing()).isEqualTo(new Billing(null, 1, null));
    }

    @Test
    void reads_every_other_shape_that_was_seen() {
        InboundText text = inbound(Fixtures.json("inbound-group"));

        assertThat(text.from()).isEqualTo(PhoneNumber.of("+13125550001"));
        assertThat(text.others()).containsExactly(PhoneNumber.of("+13125550003"), PhoneNumber.of("+13125550004"));
        assertThat(text.content().text()).isEmpty();
        assertThat(text.media())
                .containsExactly(new InboundMedia(
                        URI.create("https://media.telnyx.com/example-image.png"),
                        "image/png",
                        102_400L,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
        assertThat(text.content().media()).hasSize(1);
        assertThat(text.receivedAt()).isEqualTo(Instant.parse("2024-01-15T20:18:29.631252Z"));
        assertThat(text.billing().cost()).isEqualTo(new Money(new BigDecimal("0.0051"), "USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,STOP",
        "stop,STOP",
        "START,START",
        "Start,START",
        "HELP,HELP",
        "info,HELP",
        "INFO,HELP",
        "JOIN,",
        "'',"
    })
    void reads_what_telnyx_itself_answered(String word, Keyword keyword) {
        String json = Fixtures.json("inbound-sms")
                .replace("\"autoresponse_type\": null", "\"autoresponse_type\": \"" + word + "\"");

        assertThat(inbound(json).handled()).isEqualTo(keyword);
    }

    @Test
    void takes_the_time_of_the_event_where_the_text_has_none() {
        String json = Fixtures.json("inbound-sms").replace("\"received_at\"", "\"renamed\"");

        assertThat(inbound(json).receivedAt()).isEqualTo(Instant.parse("2025-05-15T18:47:41.038Z"));
        assertThat(inbound(json.replace("\"occurred_at\"", "\"renamed_too\"")).receivedAt())
                .isEqualTo(Fixtures.NOW);
    }

    @Test
    void senders_need_not_be_numbers() {
        assertThat(from("72345")).isEqualTo(new ShortCode("72345"));
        assertThat(from("BANK")).isEqualTo(new SenderName("BANK"));
        assertThat(from(" +16175550100 ")).isEqualTo(PhoneNumber.of("+16175550100"));
    }

    private static Address from(String sender) {
        return inbound(Fixtures.json("inbound-sms").replace("+16175550100", sender))
                .from();
    }

    @Test
    void repairs_texts_that_no_database_takes() {
        String json = Fixtures.json("inbound-sms").replace("Test for full JSON", "a\\u0000b\\ud83d  ");

        assertThat(inbound(json).content().text()).isEqualTo("a\uFFFDb\uFFFD  ");
    }

    @Test
    void reads_a_receipt() {
        assertThat(read(Fixtures.json("finalized-delivered")))
                .isEqualTo(new Receipt(
                        "4ee8c3a6-4995-4309-a3c6-38e3db9ea4be",
                        "message.finalized",
                        Instant.parse("2024-01-15T21:32:14.148Z"),
                        new ProviderMessageId("ac012cbf-5e09-46af-a69a-7c0e2d90993c"),
                        "Zm9vYmFyYmF6cXV4MDEyMw",
                        MessageStatus.DELIVERED,
                        "delivered",
                        null,
                        Instant.parse("2024-01-15T21:32:13.596Z"),
                        Instant.parse("2024-01-15T21:32:14.148Z"),
                        new Billing(Encoding.GSM_7, 1, new Money(new BigDecimal("0.0051"), "USD"))));
    }

    @Test
    void reads_that_a_text_was_passed_on() {
        Receipt receipt = receipt(Fixtures.json("sent"));

        assertThat(receipt.status()).isEqualTo(MessageStatus.SENT);
        assertThat(receipt.completedAt()).isNull();
        assertThat(receipt.billing().cost()).isNull();
    }

    @Test
    void reads_why_a_text_did_not_arrive_without_the_number() {
        Receipt receipt = receipt(Fixtures.json("finalized-failed"));

        assertThat(receipt.status()).isEqualTo(MessageStatus.UNDELIVERED);
        assertThat(receipt.failure())
                .isEqualTo(new Failure(
                        FailureReason.NOT_ROUTABLE,
                        "40001",
                        "Not routable: The destination number ••• is either a landline or a non-routable wireless"
                                + " number."));
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled,ACCEPTED",
        "queued,ACCEPTED",
        "sending,ACCEPTED",
        "sent,SENT",
        "delivered,DELIVERED",
        "sending_failed,FAILED",
        "delivery_failed,UNDELIVERED",
        "delivery_unconfirmed,UNCONFIRMED",
        "expired,EXPIRED",
        "cancelled,CANCELLED",
        "unknown,UNCONFIRMED",
        "read,DELIVERED",
        "gw_timeout,UNCONFIRMED",
        "gw_reject,FAILED",
        "dlr_timeout,UNCONFIRMED",
        "dlr_unconfirmed,UNCONFIRMED",
        "failed,FAILED",
        "DELIVERED,DELIVERED",
        "received,",
        "webhook_delivered,",
        "teleported,"
    })
    void knows_the_words_for_where_a_text_stands(String word, MessageStatus status) {
        Receipt receipt = receipt(Fixtures.json("finalized-delivered").replace("\"delivered\"", "\"" + word + "\""));

        assertThat(receipt.status()).isEqualTo(status);
        assertThat(receipt.word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "delivered,",
        "sent,",
        "delivery_unconfirmed,",
        "expired,EXPIRED",
        "sending_failed,OTHER",
        "delivery_failed,OTHER"
    })
    void a_failure_without_an_error_has_the_reason_of_its_status(String word, FailureReason reason) {
        Receipt receipt = receipt(Fixtures.json("finalized-delivered").replace("\"delivered\"", "\"" + word + "\""));

        assertThat(receipt.failure()).isEqualTo(reason == null ? null : Failure.of(reason));
    }

    @Test
    void a_receipt_without_a_word_still_comes_through() {
        Receipt receipt =
                receipt("{\"data\":{\"id\":\"e\",\"event_type\":\"message.sent\",\"payload\":{\"id\":\"m\"}}}");

        assertThat(receipt.status()).isNull();
        assertThat(receipt.word()).isEmpty();
        assertThat(receipt.occurredAt()).isEqualTo(Fixtures.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/h?ref=abc,abc",
        "https://a.example/h?x=1&ref=a%2Bb&y=2,a+b",
        "https://a.example/h?ref=abc#f,abc",
        "https://a.example/h?xref=abc,",
        "https://a.example/h,",
        "https://a.example/h?,",
        "https://a.example/h?ref=,",
        "https://a.example/h?ref=%zz,",
        "https://a.example/ref=abc,",
        "'',"
    })
    void finds_the_reference_that_we_planted(String url, String reference) {
        String json = Fixtures.json("finalized-delivered")
                .replace(
                        "\"webhook_url\": \"https://example.com/webhooks?ref=Zm9vYmFyYmF6cXV4MDEyMw\"",
                        "\"webhook_url\":\"" + url + "\"");

        assertThat(receipt(json).reference()).isEqualTo(reference);
    }

    @Test
    void what_does_not_concern_texting_is_told_apart() {
        assertThat(read(Fixtures.json("spend-limit")))
                .isEqualTo(new Other(
                        "7f1c2b3a-0000-4000-8000-0000000000f4",
                        "messaging-profile.spend-limit-reached",
                        Instant.parse("2024-01-15T20:18:30Z")));
        assertThat(read(Fixtures.json("inbound-rcs"))).isInstanceOf(Other.class);
        assertThat(read(Fixtures.json("link-clicked"))).isInstanceOfSatisfying(Other.class, click -> {
            assertThat(click.type()).isEqualTo("link_clicked");
            assertThat(click.eventId()).matches("sha256:[0-9a-f]{64}");
            assertThat(click.occurredAt()).isEqualTo(Instant.parse("2024-01-15T20:18:30Z"));
        });
        for (String type : List.of("call.initiated", "fax.received", "10dlc.brand.update", "message.read")) {
            assertThat(read("{\"data\":{\"id\":\"e\",\"event_type\":\"" + type + "\"}}"))
                    .isEqualTo(new Other("e", type, Fixtures.NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no",
                "null",
                "7",
                "\"x\"",
                "[]",
                "{}",
                "{",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"data\":{\"id\":\"e\",\"event_type\":7}}",
                "{\"data\":{\"id\":\"e\",\"event_type\":\"message.received\"}}",
                "{\"data\":{\"event_type\":\"message.sent\",\"payload\":{\"id\":\"m\"}}}",
                "{\"data\":{\"id\":\"e\",\"event_type\":\"message.sent\",\"payload\":{\"id\":{}}}}",
                "{\"data\":{\"id\":\"e\",\"event_type\":\"message.sent\",\"payload\":[]}}",
                "{\"data\":{\"id\":\"e\",\"event_type\":\"message.received\",\"payload\":{\"id\":\"m\",\"to\":\"+12025550123\"}}}",
                "{\"data\":{\"id\":\"e\",\"event_type\":\"message.received\",\"payload\":{\"id\":\"m\",\"from\":\"+12025550123\",\"to\":\"72345\"}}}",
                "{\"a\":1}{\"b\":2}"
            })
    void what_cannot_be_read_is_kept_for_a_person(String body) {
        assertThat(read(body)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.eventId()).isNotBlank();
            assertThat(unreadable.why()).isNotBlank().doesNotContain("2025550");
        });
    }

    @Test
    void an_unreadable_event_keeps_its_id_if_it_has_one() {
        assertThat(read("{\"data\":{\"id\":\"e\",\"event_type\":\"message.received\"}}")
                        .eventId())
                .isEqualTo("e");
        assertThat(read("{").eventId()).isEqualTo(read("{").eventId()).startsWith("sha256:");
        assertThat(read("{").eventId()).isNotEqualTo(read("[").eventId());
    }

    @Test
    void documents_beyond_all_reason_cost_little() {
        List<String> bombs = List.of(
                "[".repeat(100_000),
                "{\"data\":".repeat(1_000),
                "{\"data\":" + "9".repeat(200_000) + "}",
                "{\"" + "n".repeat(50_000) + "\":1}",
                "{\"data\":{\"id\":\"" + "x".repeat(100_000) + "\"}}",
                "{\"data\":\"" + "x".repeat(300_000) + "\"}");
        for (String bomb : bombs) {
            assertThat(read(bomb)).isInstanceOf(Unreadable.class);
        }
        String huge = Fixtures.json("inbound-sms").replace("\"0.0160\"", "1e999999999");
        assertThat(inbound(huge).billing().cost()).isNull();
    }

    /** Whatever a signed body holds, an event comes out and nothing is thrown. */
    @Test
    void mutated_documents_never_throw() {
        Random random = new Random(8032);
        List<String> documents = List.of(
                Fixtures.json("inbound-sms"),
                Fixtures.json("inbound-group"),
                Fixtures.json("finalized-failed"),
                Fixtures.json("link-clicked"));
        String[] values = {"null", "[]", "{}", "-1", "1e400", "true", "\"\"", "\"\\ud800\"", "[[{}]]", "\"+1\""};
        for (int i = 0; i < 4_000; i++) {
            String document = documents.get(random.nextInt(documents.size()));
            byte[] mutated = i % 2 == 0
                    ? bytesChanged(document, random)
                    : valueReplaced(document, values[random.nextInt(values.length)], random);

            ProviderEvent event = WebhookReader.read(mutated, Fixtures.NOW);

            assertThat(event.eventId()).isNotBlank();
            assertThat(event.occurredAt()).isNotNull();
        }
    }

    private static byte[] bytesChanged(String document, Random random) {
        byte[] bytes = document.getBytes(UTF_8);
        for (int n = random.nextInt(4) + 1; n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** One property's value replaced by something of another type. */
    private static byte[] valueReplaced(String document, String value, Random random) {
        String[] lines = document.split("\n");
        int line = random.nextInt(lines.length);
        lines[line] = lines[line].replaceFirst(": [^\\[{].*?(,?)$", ": " + value.replace("\\", "\\\\") + "$1");
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private static ProviderEvent read(String json) {
        return WebhookReader.read(json.getBytes(UTF_8), Fixtures.NOW);
    }

    private static InboundText inbound(String json) {
        return (InboundText) read(json);
    }

    private static Receipt receipt(String json) {
        return (Receipt) read(json);
    }
}
