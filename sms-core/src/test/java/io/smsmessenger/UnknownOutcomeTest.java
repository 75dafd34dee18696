package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.SentTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A send of which nobody knows whether the carrier took it is settled by evidence, and not by sending it again. */
@DisplayName("An unknown outcome")
class UnknownOutcomeTest {
    private final UnknownFlow flow = new UnknownFlow();

    @Test
    @DisplayName("is settled by the carrier's record, found by what was planted")
    void byRecord() {
        Message message = flow.lose();
        assertThat(message.status()).isEqualTo(MessageStatus.UNKNOWN);
        flow.pass(Duration.ofSeconds(5));
        assertThat(flow.status(message)).isEqualTo(MessageStatus.UNKNOWN);

        flow.records.record(flow.reference(1), MessageStatus.SENT, flow.clock.instant());
        flow.pass(Duration.ofMinutes(1));

        Message found = flow.now(message);
        assertThat(found.status()).isEqualTo(MessageStatus.SENT);
        assertThat(found.failure()).isNull();
        assertThat(found.providerId()).isEqualTo(new ProviderMessageId("recorded-" + flow.reference(1)));
        assertThat(flow.ann.messages().history(message.id()))
                .last()
                .satisfies(event -> assertThat(event.source()).isEqualTo(MessageEvent.Source.PROVIDER));
        assertThat(flow.heard)
                .filteredOn(SmsEvent.MessageStatusChanged.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        SmsEvent.MessageStatusChanged.class,
                        event -> assertThat(event.previous()).isEqualTo(MessageStatus.UNKNOWN));
        looksNoMore();
        assertThat(flow.sent()).isEqualTo(1);
    }

    @Test
    @DisplayName("is looked for between the two numbers, an hour around the attempt, and not in the future")
    void trace() {
        Message message = flow.lose();
        var gated = flow.clock.instant();
        flow.dispatch();
        SentTrace trace = flow.records.searches().get(0);
        assertThat(trace.id()).isEqualTo(message.id());
        assertThat(trace.from()).isEqualTo(UnknownFlow.LINE);
        assertThat(trace.to()).isEqualTo(UnknownFlow.MARIA);
        assertThat(trace.since()).isEqualTo(gated.minus(Duration.ofHours(1)));
        assertThat(trace.until()).isEqualTo(gated);
        flow.pass(Duration.ofHours(3));
        assertThat(flow.records
                        .searches()
                        .get(flow.records.searches().size() - 1)
                        .until())
                .isEqualTo(gated.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("is settled by the carrier's id where one was learnt, and not searched for any more")
    void byId() {
        Message message = flow.lose();
        String reference = flow.reference(1);
        flow.records.record(reference, MessageStatus.DELIVERED, flow.clock.instant());
        flow.tell("recorded-" + reference, reference, null);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.UNKNOWN);

        flow.dispatch();

        assertThat(flow.status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(flow.records.lookUps()).containsExactly(new ProviderMessageId("recorded-" + reference));
        assertThat(flow.records.searches()).isEmpty();
    }

    @Test
    @DisplayName("is settled by a webhook, and then looked for no more")
    void byWebhook() {
        Message message = flow.lose();
        flow.tell("theirs", flow.reference(1), MessageStatus.DELIVERED);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.DELIVERED);
        flow.pass(Duration.ofHours(1));
        assertThat(flow.records.searches()).isEmpty();
        assertThat(flow.sent()).isEqualTo(1);
    }

    @Test
    @DisplayName("is proven by a webhook that comes while the records say that there is nothing")
    void webhookMeanwhile() {
        List<Message> messages = new ArrayList<>();
        messages.add(flow.lose());
        messages.add(flow.lose(Draft.to(UnknownFlow.MARIA, "Your code").atLeastOnce()));
        flow.records.meanwhile(trace -> {
            if (!flow.clock.instant().isBefore(messages.get(0).occurredAt().plus(Duration.ofMinutes(1)))) {
                flow.tell("theirs-" + trace.id(), trace.reference(), MessageStatus.SENT);
            }
        });
        flow.pass(Duration.ofHours(1));
        assertThat(messages).extracting(flow::status).containsOnly(MessageStatus.SENT);
        assertThat(messages).extracting(message -> flow.now(message).failure()).containsOnlyNulls();
        assertThat(flow.sent()).isEqualTo(2);
        looksNoMore();
    }

    @Test
    @DisplayName(
            "is probably not sent after a second empty answer a quarter of an hour later, and is then the operator's")
    void silent() {
        Message message = flow.lose();
        flow.pass(Duration.ofSeconds(895));
        assertThat(flow.records.searches()).hasSizeGreaterThan(2);
        assertThat(flow.now(message).failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.OTHER));
        flow.heard.clear();

        flow.pass(Duration.ofSeconds(5));

        assertThat(flow.status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(flow.now(message).failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PROBABLY_NOT_SENT));
        assertThat(flow.heard).singleElement().isInstanceOf(SmsEvent.MessageStatusChanged.class);
        assertThat(flow.unresolved()).containsExactly(message.id());

        flow.pass(Duration.ofDays(1));
        int looks = flow.records.searches().size();
        assertThat(looks).isBetween(28, 32);
        flow.pass(Duration.ofDays(2));
        assertThat(flow.records.searches()).hasSize(looks);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(flow.sent()).isEqualTo(1);

        flow.tell("theirs", flow.reference(1), MessageStatus.DELIVERED);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(flow.now(message).failure()).isNull();
    }

    @Test
    @DisplayName("proves nothing while the carrier is away, however long, and costs a carrier that is away few calls")
    void away() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            flow.records.carrier().answers(UnknownFlow.NOBODY_KNOWS);
            messages.add(flow.ann.send(Draft.to(UnknownFlow.MARIA, "Hello")));
        }
        flow.records.away(true);
        flow.dispatch();
        assertThat(flow.sent()).isEqualTo(50);
        flow.dispatch();
        assertThat(flow.records.searches()).hasSize(3);
        flow.pass(Duration.ofHours(1));
        assertThat(messages).extracting(flow::status).containsOnly(MessageStatus.UNKNOWN);
        assertThat(messages)
                .extracting(message -> String.valueOf(flow.now(message).failure()))
                .noneMatch(failure -> failure.contains("PROBABLY_NOT_SENT"));

        flow.records.away(false);
        flow.records.record(flow.reference(50), MessageStatus.DELIVERED, flow.clock.instant());
        flow.pass(Duration.ofMinutes(125));
        assertThat(flow.status(messages.get(49))).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    @DisplayName("of one message that breaks the look keeps no other from being settled")
    void isolated() {
        Message broken = flow.lose();
        Message other = flow.lose(Draft.to(UnknownFlow.MARIA, "Hello again"));
        flow.records.record(flow.reference(2), MessageStatus.DELIVERED, flow.clock.instant());
        flow.records.meanwhile(trace -> {
            if (trace.id().equals(broken.id())) {
                throw new IllegalStateException("broken on purpose");
            }
        });
        flow.pass(Duration.ofMinutes(5));
        assertThat(flow.status(other)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(flow.status(broken)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(flow.records.searches())
                .filteredOn(trace -> trace.id().equals(broken.id()))
                .hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("is not searched for where nothing was planted")
    void withoutAddress() {
        UnknownFlow bare = new UnknownFlow(null, null);
        Message message = bare.lose();
        bare.pass(Duration.ofHours(1));
        assertThat(bare.records.searches()).isEmpty();
        assertThat(bare.status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(bare.now(message).failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.OTHER));
    }

    private void looksNoMore() {
        int looks = flow.records.searches().size();
        flow.pass(Duration.ofHours(1));
        assertThat(flow.records.searches()).hasSize(looks);
    }
}
