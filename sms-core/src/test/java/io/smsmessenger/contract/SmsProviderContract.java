package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.provider.WebhookRefusedException;
import io.smsmessenger.provider.WebhookRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a provider must do, whatever carrier is behind it. Extend it, wire the provider to a server that does as it is
 * told, and sign samples as the carrier does.
 */
public abstract class SmsProviderContract {
    /** What the carrier's server does with the next request. */
    public enum Script {
        /** Takes the message and answers as usual, with {@link #acceptedId()}. */
        ACCEPT,
        /** Takes it, and everything in the answer but the id is odd, new or of another type. */
        ACCEPT_ODDLY,
        /** Says that it was well, and gives nothing to find an id in. */
        ACCEPT_UNREADABLY,
        /** Refuses it for good, with a documented error. */
        REFUSE,
        /** Refuses it because the recipient asked not to be texted. */
        REFUSE_AS_OPTED_OUT,
        /** Asks to come back later. */
        TOO_MANY_REQUESTS,
        /** Does not accept the credentials. */
        UNAUTHORIZED,
        /** Fails. */
        SERVER_ERROR,
        /** Reads the request and closes the connection. */
        BREAK_AFTER_REQUEST,
        /** Reads the request and stays silent for longer than the provider waits. */
        SILENCE,
        /** Cannot be connected to. */
        UNREACHABLE
    }

    /** What the carrier's webhooks tell. */
    public enum Sample {
        INBOUND_TEXT,
        DELIVERED,
        NOT_ABOUT_TEXTING,
        NOT_READABLE
    }

    /** A signed webhook in its parts, to be changed. */
    public static final class Signed {
        private final Map<String, List<String>> headers;
        private final byte[] body;

        public Signed(Map<String, List<String>> headers, byte[] body) {
            this.headers = Map.copyOf(headers);
            this.body = body.clone();
        }

        WebhookRequest request() {
            return new WebhookRequest(headers, body.clone());
        }

        WebhookRequest withBody(byte[] another) {
            return new WebhookRequest(headers, another);
        }

        WebhookRequest with(String header, List<String> values) {
            Map<String, List<String>> changed = new HashMap<>(headers);
            changed.put(header, values);
            return new WebhookRequest(changed, body.clone());
        }

        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    /** The provider under test. */
    protected abstract SmsProvider provider();

    /** Tells the server what to do from now on. */
    protected abstract void script(Script script);

    /** The id in the answers of {@link Script#ACCEPT} and {@link Script#ACCEPT_ODDLY}. */
    protected abstract ProviderMessageId acceptedId();

    /** How many requests to send have reached the server. */
    protected abstract int requests();

    /** A webhook signed just now with the key that the provider trusts. */
    protected abstract Signed signed(Sample sample);

    /** The headers that carry the proof. */
    protected abstract List<String> proofHeaders();

    private SendOutcome send(Script script) {
        script(script);
        int before = requests();
        SendOutcome outcome = provider()
                .send(new OutboundSms(
                        new MessageId(1),
                        PhoneNumber.of("+12025550123"),
                        PhoneNumber.of("+12025550199"),
                        Content.text("Hello"),
                        "profile",
                        "reference",
                        URI.create("https://app.example.com/hook?ref=reference")));
        assertThat(requests() - before).as("requests of one send").isEqualTo(script == Script.UNREACHABLE ? 0 : 1);
        return outcome;
    }

    @Nested
    @DisplayName("Sending")
    class Sending {
        @ParameterizedTest
        @EnumSource(names = {"ACCEPT", "ACCEPT_ODDLY"})
        void a_success_is_accepted_if_an_id_can_be_found(Script script) {
            assertThat(send(script))
                    .isInstanceOfSatisfying(
                            SendOutcome.Accepted.class,
                            accepted -> assertThat(accepted.id()).isEqualTo(acceptedId()));
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPT_UNREADABLY", "SERVER_ERROR", "BREAK_AFTER_REQUEST", "SILENCE"})
        void what_is_no_clear_answer_is_unknown(Script script) {
            assertThat(send(script)).isInstanceOf(SendOutcome.Unknown.class);
        }

        @Test
        void a_refusal_says_why() {
            assertThat(send(Script.REFUSE)).isInstanceOfSatisfying(SendOutcome.Rejected.class, rejected -> {
                assertThat(rejected.failure().reason()).isNotEqualTo(FailureReason.OTHER);
                assertThat(rejected.failure().providerCode()).isNotBlank();
            });
        }

        @Test
        void a_refusal_because_of_an_opt_out_is_told_as_such() {
            assertThat(send(Script.REFUSE_AS_OPTED_OUT))
                    .isInstanceOfSatisfying(SendOutcome.Rejected.class, rejected -> {
                        assertThat(rejected.failure().reason()).isEqualTo(FailureReason.OPTED_OUT);
                        assertThat(String.valueOf(rejected.failure().detail())).doesNotContain("2025550");
                    });
        }

        @ParameterizedTest
        @EnumSource(names = {"TOO_MANY_REQUESTS", "UNAUTHORIZED", "UNREACHABLE"})
        void what_was_certainly_not_taken_may_go_later(Script script) {
            assertThat(send(script))
                    .isInstanceOfSatisfying(
                            SendOutcome.NotSent.class,
                            notSent -> assertThat(notSent.failure().reason().retryable())
                                    .isTrue());
        }

        @Test
        void a_provider_goes_on_after_trouble() {
            send(Script.UNREACHABLE);
            send(Script.BREAK_AFTER_REQUEST);

            assertThat(send(Script.ACCEPT)).isInstanceOf(SendOutcome.Accepted.class);
        }
    }

    @Nested
    @DisplayName("Opening webhooks")
    class Opening {
        @Test
        void a_signed_text_is_read() throws Exception {
            assertThat(open(Sample.INBOUND_TEXT))
                    .singleElement()
                    .isInstanceOfSatisfying(ProviderEvent.InboundText.class, text -> {
                        assertThat(text.content().isEmpty()).isFalse();
                        assertThat(text.toString())
                                .doesNotContain(text.content().text());
                    });
        }

        @Test
        void a_signed_receipt_is_read() throws Exception {
            assertThat(open(Sample.DELIVERED)).singleElement().isInstanceOf(ProviderEvent.Receipt.class);
        }

        @Test
        void what_is_not_about_texting_is_told_apart() throws Exception {
            assertThat(open(Sample.NOT_ABOUT_TEXTING)).singleElement().isInstanceOf(ProviderEvent.Other.class);
        }

        @Test
        void what_cannot_be_read_is_kept_with_an_id_that_stays() throws Exception {
            Signed webhook = signed(Sample.NOT_READABLE);

            List<ProviderEvent> events = provider().open(webhook.request());

            assertThat(events).singleElement().isInstanceOf(ProviderEvent.Unreadable.class);
            assertThat(events.get(0).eventId()).isNotBlank();
            assertThat(provider().open(webhook.request())).isEqualTo(events);
        }

        @Test
        void the_same_webhook_again_is_the_same_event() throws Exception {
            Signed webhook = signed(Sample.INBOUND_TEXT);

            assertThat(provider().open(webhook.request())).isEqualTo(provider().open(webhook.request()));
        }

        @Test
        void a_body_that_was_kept_reads_the_same_later() throws Exception {
            Signed webhook = signed(Sample.INBOUND_TEXT);

            assertThat(provider().reread(webhook.body.clone()))
                    .isEqualTo(provider().open(webhook.request()));
        }

        @Test
        void any_changed_byte_of_the_body_is_refused() {
            Signed webhook = signed(Sample.INBOUND_TEXT);
            for (int i = 0; i < webhook.body.length; i += 7) {
                byte[] changed = webhook.body.clone();
                changed[i] ^= 1;
                refused(webhook.withBody(changed));
            }
        }

        @Test
        void any_changed_character_of_the_proof_is_refused() {
            Signed webhook = signed(Sample.INBOUND_TEXT);
            for (String header : proofHeaders()) {
                String value = webhook.header(header);
                for (int i = 0; i < value.length(); i++) {
                    char other = value.charAt(i) == '1' ? '2' : '1';
                    refused(webhook.with(header, List.of(value.substring(0, i) + other + value.substring(i + 1))));
                }
            }
        }

        @Test
        void a_proof_that_is_missing_or_comes_twice_is_refused() {
            Signed webhook = signed(Sample.INBOUND_TEXT);
            for (String header : proofHeaders()) {
                String value = webhook.header(header);
                refused(webhook.with(header, List.of()));
                refused(webhook.with(header, List.of(value, value)));
            }
        }

        private List<ProviderEvent> open(Sample sample) throws WebhookRefusedException {
            return provider().open(signed(sample).request());
        }

        private void refused(WebhookRequest request) {
            assertThatThrownBy(() -> provider().open(request)).isInstanceOf(WebhookRefusedException.class);
        }
    }

    @Nested
    @DisplayName("Describing itself")
    class Describing {
        @Test
        void has_a_short_name_and_says_what_it_takes() {
            assertThat(provider().name()).matches("[a-z0-9-]{1,40}");
            assertThat(provider().maxParts()).isPositive();
            assertThat(provider().maxMedia()).isNotNegative();
            assertThat(provider().segments("").parts()).isZero();
            assertThat(provider().segments("a").parts()).isEqualTo(1);
            assertThat(provider().segments("a".repeat(1_000)).parts()).isGreaterThan(1);
        }
    }
}
