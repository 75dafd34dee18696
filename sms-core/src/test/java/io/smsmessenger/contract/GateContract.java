package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.StatusChange;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The last check before the carrier is called. */
public abstract class GateContract extends SendingContractBase {
    private static final Gate LOST = new Gate.Lost();

    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;
    private ProfileId profile;
    private Message message;
    private Claim claim;

    @BeforeEach
    void oneMessageIsClaimed() {
        line = line(ann);
        profile = Objects.requireNonNull(line.profileId());
        message = send(text(line, peer).expiresAt(in(60)));
        claim = claim(message);
    }

    @Nested
    @DisplayName("The gate lets pass")
    class Passes {
        @Test
        @DisplayName("a message in its claim, and says that it is being sent")
        void passes() {
            StatusChange change = pass(claim);
            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.previous()).isEqualTo(MessageStatus.QUEUED);
            assertThat(change.message().id()).isEqualTo(message.id());
            assertThat(change.message().status()).isEqualTo(MessageStatus.SENDING);
            assertThat(reload(ann, message)).isEqualTo(change.message());
        }

        @Test
        @DisplayName("a message once")
        void once() {
            pass(claim);
            assertThat(gate(claim)).isEqualTo(LOST);
            assertThat(reload(ann, message).status()).isEqualTo(MessageStatus.SENDING);
        }

        @Test
        @DisplayName("a message to the last moment of its time")
        void lastMoment() {
            assertThat(gate(claim, in(60).minusNanos(1000))).isInstanceOf(Gate.Passed.class);
        }

        @Test
        @DisplayName("a message whose recipient opted out elsewhere, or in again")
        void optedOutElsewhere() {
            ConsentScope own = ConsentScope.of(profile);
            store().consents().optOut(ConsentScope.of(profile(ann).id()), peer, OptOut.Source.KEYWORD, now);
            store().consents().optOut(own, number(), OptOut.Source.KEYWORD, now);
            store().consents().optOut(own, peer, OptOut.Source.KEYWORD, now);
            store().consents().optIn(own, peer, OptOut.Source.KEYWORD, now);
            pass(claim);
        }

        @Test
        @DisplayName("a message to an opted-out recipient when only other scopes are asked about")
        void scopesNotAsked() {
            store().consents().optOut(ConsentScope.of(profile), peer, OptOut.Source.KEYWORD, now);
            assertThat(store().outbox().gate(claim, List.of(ConsentScope.of(line.id())), now))
                    .isInstanceOf(Gate.Passed.class);
        }

        @Test
        @DisplayName("a message that no scope is asked about")
        void noScopes() {
            assertThat(store().outbox().gate(claim, List.of(), now)).isInstanceOf(Gate.Passed.class);
        }
    }

    @Nested
    @DisplayName("The gate is closed to a claim that")
    class Lost {
        @Test
        @DisplayName("was given back")
        void released() {
            store().outbox().release(List.of(claim));
            assertThat(gate(claim)).isEqualTo(LOST);
            pass(claim(message));
        }

        @Test
        @DisplayName("ran out and was taken by another")
        void leaseRanOut() {
            message = send(line, peer, "Hi");
            claim = claim(message);
            store().outbox().recover(now.plus(LEASE).plusSeconds(1), yesterday());
            Claim next = claim(in(5), message);
            assertThat(gate(claim)).isEqualTo(LOST);
            pass(next);
        }

        @Test
        @DisplayName("was never given")
        void invented() {
            assertThat(gate(withToken(claim, "0".repeat(claim.token().length()))))
                    .isEqualTo(LOST);
            pass(claim);
        }
    }

    @Nested
    @DisplayName("The gate refuses for good")
    class Refuses {
        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("a recipient who opted out, whatever the scope")
        void optedOut(ConsentScope.Kind kind) {
            ConsentScope scope = scopes(claim).stream()
                    .filter(each -> each.kind() == kind)
                    .findAny()
                    .orElseThrow();
            store().consents().optOut(scope, peer, OptOut.Source.PERSON, now);
            assertBlocked(gate(claim), FailureReason.OPTED_OUT);
        }

        @Test
        @DisplayName("a recipient who texted STOP")
        void stopped() {
            store().inbox()
                    .receive(
                            account(),
                            incoming(peer, line).says("STOP").build(),
                            new io.smsmessenger.store.InboxStore.ConsentEffect(
                                    io.smsmessenger.store.InboxStore.ConsentEffect.Change.OPT_OUT,
                                    ConsentScope.Kind.PROFILE),
                            RAW,
                            now);
            assertBlocked(gate(claim), FailureReason.OPTED_OUT);
        }

        @Test
        @DisplayName("a number that was given up")
        void numberReleased() {
            store().numbers().release(line.number(), now);
            assertBlocked(gate(claim), FailureReason.NUMBER_UNAVAILABLE);
        }

        @Test
        @DisplayName("a number that came to another user, or back to the same")
        void numberReassigned() {
            store().numbers().release(line.number(), now);
            assign(ann, line.number(), profile, now);
            assertBlocked(gate(claim), FailureReason.NUMBER_UNAVAILABLE);
        }

        @Test
        @DisplayName("a number that was taken off its profile")
        void offTheProfile() {
            store().numbers().putOnProfile(ann, line.id(), null, now);
            assertBlocked(gate(claim), FailureReason.NUMBER_UNAVAILABLE);
        }

        @Test
        @DisplayName("a number that was moved to another profile")
        void otherProfile() {
            store().numbers().putOnProfile(ann, line.id(), profile(ann).id(), now);
            assertBlocked(gate(claim), FailureReason.NUMBER_UNAVAILABLE);
        }

        @Test
        @DisplayName("a profile that was switched off")
        void profileDisabled() {
            store().profiles().enable(ann, profile, false);
            assertBlocked(gate(claim), FailureReason.NUMBER_UNAVAILABLE);
        }

        @Test
        @DisplayName("a message whose time is up")
        void expired() {
            assertEnded(gate(claim, in(60)), MessageStatus.EXPIRED, FailureReason.EXPIRED);
        }

        @Test
        @DisplayName("for the opt-out before the number, and for the number before the time")
        void order() {
            Message second = send(line, number(), "Hi");
            Claim other = claim(second);
            store().numbers().release(line.number(), now);
            store().consents().optOut(ConsentScope.of(ann), peer, OptOut.Source.PERSON, now);
            assertBlocked(gate(claim, in(60)), FailureReason.OPTED_OUT);
            assertThat(failureOf(refused(gate(other, in(36_000))).message()).reason())
                    .isEqualTo(FailureReason.NUMBER_UNAVAILABLE);
        }

        private void assertBlocked(Gate gate, FailureReason reason) {
            assertEnded(gate, MessageStatus.BLOCKED, reason);
        }

        private void assertEnded(Gate gate, MessageStatus status, FailureReason reason) {
            StatusChange change = refused(gate);
            assertThat(change.owner()).isEqualTo(ann);
            assertThat(change.previous()).isEqualTo(MessageStatus.QUEUED);
            assertThat(change.message().status()).isEqualTo(status);
            assertThat(failureOf(change.message()).reason()).isEqualTo(reason);
            assertThat(reload(ann, message)).isEqualTo(change.message());
            assertThat(gate(claim)).isEqualTo(LOST);
            assertThat(claims(now, message)).isEmpty();
            assertThat(store().outbox().cancel(ann, message.id(), now)).isEmpty();
        }
    }

    static Claim withToken(Claim claim, String token) {
        return new Claim(
                claim.id(),
                token,
                claim.owner(),
                claim.accountId(),
                claim.numberId(),
                claim.profileId(),
                claim.providerProfileId(),
                claim.from(),
                claim.to(),
                claim.content(),
                claim.reference(),
                claim.priority(),
                claim.probe(),
                claim.attempts(),
                claim.expiresAt());
    }
}
