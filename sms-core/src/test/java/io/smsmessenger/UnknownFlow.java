package io.smsmessenger;

import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.sending.Breaker;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.testing.MutableClock;
import io.smsmessenger.testing.RecordingProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A messenger whose sends end in nobody knowing, and a carrier whose records can be asked. */
final class UnknownFlow {
    static final URI HOOK = URI.create("https://host.example/webhooks");
    static final PhoneNumber LINE = PhoneNumber.of("+13035550142");
    static final PhoneNumber MARIA = PhoneNumber.of("+12025550123");
    static final SendOutcome NOBODY_KNOWS =
            new SendOutcome.Unknown(new Failure(FailureReason.OTHER, null, "the connection broke"));

    final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    final RecordingProvider records = new RecordingProvider();
    final InMemorySmsStore store = new InMemorySmsStore();
    final List<SmsEvent> heard = new CopyOnWriteArrayList<>();
    final SmsMessenger messenger;
    final UserMessenger ann;
    private int events;

    UnknownFlow() {
        this(null, HOOK);
    }

    /** With another provider than {@link #records}, or without an address for the carrier's events. */
    UnknownFlow(@Nullable SmsProvider other, @Nullable URI hook) {
        SmsMessengerBuilder builder = SmsMessenger.builder()
                .store(store)
                .provider(other == null ? records : other)
                .clock(clock)
                .sending(SendingSettings.builder()
                        .breaker(new Breaker(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                        .build())
                .listener((event, owner) -> heard.add(event));
        messenger = (hook == null ? builder : builder.publicWebhookUrl(hook)).build();
        ann = messenger.forUser(UserId.of("ann"));
        var profile = messenger.operator().addProfile(ann.owner(), "carrier-profile", "Shop");
        messenger.operator().assign(LINE, ann.owner(), profile.id());
    }

    /** A message whose first send ended in nobody knowing. */
    Message lose(Draft draft) {
        records.carrier().answers(NOBODY_KNOWS);
        Message message = ann.send(draft);
        dispatch();
        return now(message);
    }

    Message lose() {
        return lose(Draft.to(MARIA, "Hello"));
    }

    /** Looks for what is due, and sends what is due. */
    void dispatch() {
        messenger.dispatcher().runOnce();
    }

    /** Lets time pass in such steps that nothing is overslept. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            Instant step = clock.instant().plusSeconds(time.compareTo(Duration.ofHours(2)) > 0 ? 600 : 5);
            clock.set(step.isAfter(end) ? end : step);
            dispatch();
        }
    }

    Message now(Message message) {
        return ann.messages().get(message.id());
    }

    MessageStatus status(Message message) {
        return now(message).status();
    }

    /** What was planted in the n-th send, from 1. */
    String reference(int n) {
        return records.carrier().sent().get(n - 1).reference();
    }

    int sent() {
        return records.carrier().sent().size();
    }

    /** A webhook of the carrier's. */
    void tell(String carriersId, @Nullable String reference, @Nullable MessageStatus status) {
        var unused = messenger
                .webhooks()
                .receive(records.carrier()
                        .webhook(new Receipt(
                                "webhook-" + ++events,
                                "message.finalized",
                                clock.instant(),
                                new ProviderMessageId(carriersId),
                                reference,
                                status,
                                "word",
                                null,
                                null,
                                null,
                                Billing.none())));
    }

    List<MessageId> unresolved() {
        return messenger.operator().unresolved(Flow.PAGE).items().stream()
                .map(each -> each.message().id())
                .toList();
    }
}
