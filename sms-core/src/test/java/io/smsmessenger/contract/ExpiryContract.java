package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Messages whose time is up before they could leave. */
public abstract class ExpiryContract extends SendingContractBase {
    private final UserId ann = user("ann");
    private NumberAssignment line;
    private Message message;

    @BeforeEach
    void oneMessageWaits() {
        line = line(ann);
        message = send(text(line, number()).expiresAt(in(60)));
    }

    /** What recovering at this time says of the message's expiry; nothing that is being sent is touched. */
    private Optional<StatusChange> expired(Instant at) {
        return store().outbox().recover(at, yesterday()).expired().stream()
                .filter(change -> change.message().id().equals(message.id()))
                .findAny();
    }

    @Test
    @DisplayName("A message that waits ends as expired when its time is up, not before, and once")
    void waits() {
        assertThat(expired(in(60).minusNanos(1000))).isEmpty();
        assertThat(reload(ann, message)).isEqualTo(message);

        StatusChange change = expired(in(60)).orElseThrow();
        assertThat(change.owner()).isEqualTo(ann);
        assertThat(change.previous()).isEqualTo(MessageStatus.QUEUED);
        assertThat(change.message().status()).isEqualTo(MessageStatus.EXPIRED);
        assertThat(change.message().failure()).isEqualTo(Failure.of(FailureReason.EXPIRED));
        assertThat(reload(ann, message)).isEqualTo(change.message());
        MessageEvent event = store().messages()
                .history(ann, message.id())
                .map(history -> history.get(history.size() - 1))
                .orElseThrow();
        assertThat(event)
                .isEqualTo(new MessageEvent(
                        MessageStatus.EXPIRED,
                        MessageEvent.Source.DISPATCH,
                        true,
                        in(60),
                        in(60),
                        change.message().failure()));

        assertThat(expired(in(60))).isEmpty();
        assertThat(claims(in(61), message)).isEmpty();
        assertThat(claims(now, message)).isEmpty();
        assertThat(store().outbox().cancel(ann, message.id(), in(61))).isEmpty();
    }

    @Test
    @DisplayName("A message that waits for another attempt ends as expired, too")
    void betweenAttempts() {
        settle(sending(message), new Settlement.NotSent(TIMED_OUT, in(3600)));
        StatusChange change = expired(in(60)).orElseThrow();
        assertThat(change.previous()).isEqualTo(MessageStatus.SENDING);
        assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    @DisplayName("A message that was put off beyond its time ends as expired")
    void putOff() {
        store().outbox().defer(claim(message), in(3600));
        assertThat(expired(in(60))).isPresent();
        assertThat(claims(in(3600), message)).isEmpty();
    }

    @Test
    @DisplayName("A message that somebody holds is left to the gate")
    void held() {
        Claim claim = claim(in(59), message);
        assertThat(expired(in(60))).isEmpty();
        assertThat(reload(ann, message)).isEqualTo(message);
        assertThat(gate(claim, in(60))).isInstanceOf(Gate.Refused.class);
        assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    @DisplayName("A message whose claim ran out ends as expired when its time is up")
    void leaseRanOut() {
        claim(in(1), message);
        assertThat(expired(in(60))).isEmpty();
        assertThat(expired(in(61))).isPresent();
    }

    @Test
    @DisplayName("A message past the gate is not expired, whatever becomes of it")
    void pastTheGate() {
        Claim claim = sending(message);
        assertThat(expired(in(3600))).isEmpty();
        settle(claim, new Settlement.Unknown(TIMED_OUT));
        assertThat(expired(in(3600))).isEmpty();
        assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.UNKNOWN);
    }
}
