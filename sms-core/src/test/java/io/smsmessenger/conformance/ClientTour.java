package io.smsmessenger.conformance;

import static io.smsmessenger.conformance.Account.MARIA;
import static io.smsmessenger.conformance.Account.NOBODY;
import static io.smsmessenger.conformance.Account.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SentTrace;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has our own client do all it can do, and makes sure that it understood each answer. */
final class ClientTour {
    private static final URI STATUS_URL = URI.create("https://host.example/sms/telnyx?ref=3f9d0c52a7e14b60");

    private final Account account;
    private final TelnyxProvider telnyx;

    ClientTour(Account account, TelnyxProvider telnyx) {
        this.account = account;
        this.telnyx = telnyx;
    }

    void run() throws InterruptedException {
        ProviderMessageId sent = accepted(Content.text("Hello"), null);
        accepted(Content.text("Grüße 👋 aus Zürich"), STATUS_URL);
        accepted(Content.text("long ".repeat(100)), STATUS_URL);
        accepted(Content.text("x".repeat(1530)), STATUS_URL);
        accepted(new Content("Look", media(1)), STATUS_URL);
        accepted(new Content("", media(10)), null);
        rejections();
        moods();
        lookUps(sent);
        records();
    }

    private void rejections() {
        refused(sms(OURS, "555555", Content.text("Hello")));
        refused(sms(OURS, OURS, Content.text("Hello")));
        refused(sms(Account.SPARE, MARIA, Content.text("Hello")));
        refused(sms(OURS, MARIA, Content.text("x".repeat(1531))));
        refused(sms(OURS, MARIA, new Content("", media(11))));
        account.simulator().handset("+12025550178").text(OURS, "STOP");
        refused(sms(OURS, "+12025550178", Content.text("Hello")));
    }

    /** What the carrier answers by its own state rather than by what was sent. */
    private void moods() {
        for (SendFault fault : List.of(
                SendFault.refuse(400, "40318"),
                SendFault.refuse(401, "10009"),
                SendFault.refuse(402, "20100"),
                SendFault.refuse(403, "10010"),
                SendFault.refuse(429, "10011").withRetryAfter("1"),
                SendFault.refuse(429, "40333"),
                SendFault.refuse(500, "10007"),
                SendFault.refuse(503, "10037"),
                SendFault.drop(true))) {
            account.simulator().network().nextSendFails(fault);
            refused(sms(OURS, MARIA, Content.text("Hello")));
        }
    }

    private void lookUps(ProviderMessageId sent) {
        assertThat(telnyx.find(sent)).isInstanceOf(Lookup.Found.class);
        String inbound =
                account.simulator().handset(MARIA).text(OURS, "Hello back").id();
        assertThat(telnyx.find(new ProviderMessageId(inbound))).isInstanceOf(Lookup.Found.class);
        assertThat(telnyx.find(new ProviderMessageId(NOBODY))).isInstanceOf(Lookup.Missing.class);
    }

    private void records() throws InterruptedException {
        Instant now = Instant.now();
        for (int i = 0; i < 51; i++) {
            accepted(Content.text("Hello"), STATUS_URL);
        }
        assertThat(account.simulator().awaitIdle(Duration.ofSeconds(10))).isTrue();
        assertThat(telnyx.search(trace("3f9d0c52a7e14b60", now))).isInstanceOf(Lookup.Found.class);
        assertThat(telnyx.search(trace("nobody", now))).isInstanceOf(Lookup.Missing.class);
    }

    private static SentTrace trace(String reference, Instant now) {
        return new SentTrace(
                new MessageId(7), PhoneNumber.of(OURS), Address.of(MARIA), reference, now.minusSeconds(60), now);
    }

    private ProviderMessageId accepted(Content content, @Nullable URI statusUrl) {
        SendOutcome outcome = telnyx.send(sms(OURS, MARIA, content, statusUrl));
        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        return ((SendOutcome.Accepted) outcome).id();
    }

    private void refused(OutboundSms sms) {
        assertThat(telnyx.send(sms)).isNotInstanceOf(SendOutcome.Accepted.class);
    }

    private OutboundSms sms(String from, String to, Content content) {
        return sms(from, to, content, STATUS_URL);
    }

    private OutboundSms sms(String from, String to, Content content, @Nullable URI statusUrl) {
        return new OutboundSms(
                new MessageId(7),
                PhoneNumber.of(from),
                Address.of(to),
                content,
                account.profile(),
                "3f9d0c52a7e14b60",
                statusUrl);
    }

    private static List<URI> media(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> URI.create("https://media.example/%d.png".formatted(i)))
                .toList();
    }
}
