package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.LaneStore.LaneState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lanes that are closed or being tried; {@link PaceContract} is about those that are not in trouble. */
public abstract class LaneContract extends SendingContractBase {
    private static final FailureReason BUSY = FailureReason.RATE_LIMITED;
    private static final FailureReason BROKEN = FailureReason.CARRIER;
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    @AfterEach
    void openWhatWasClosed() {
        for (Lane.Kind kind : Lane.Kind.values()) {
            store().lanes().restore(lane(kind));
        }
    }

    private Lane lane(Lane.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> Lane.of(account());
            case PROFILE -> Lane.of(Objects.requireNonNull(line.profileId()));
            case NUMBER -> Lane.of(line.id());
        };
    }

    private List<LaneState> troubled(Instant at, Lane... of) {
        List<Lane> wanted = List.of(of);
        return store().lanes().troubled(at).stream()
                .filter(state -> wanted.contains(state.lane()))
                .toList();
    }

    private List<MessageId> claimed(Instant at) {
        return store().outbox().claim(request(50, at, LEASE)).stream()
                .map(Claim::id)
                .toList();
    }

    private Message waiting() {
        return send(line, number(), "Hi");
    }

    @Nested
    @DisplayName("A closed lane")
    class Closed {
        @ParameterizedTest
        @EnumSource(Lane.Kind.class)
        @DisplayName("lets nothing be claimed until it opens again by itself")
        void closed(Lane.Kind kind) {
            Message message = waiting();
            store().lanes().pause(lane(kind), in(60), BUSY);
            assertThat(claimed(now)).isEmpty();
            assertThat(claimed(in(60).minusNanos(1000))).isEmpty();
            assertThat(claimed(in(60))).containsExactly(message.id());
            assertThat(reload(ann, message)).isEqualTo(message);
        }

        @Test
        @DisplayName("holds up no other, however much waits in it")
        void othersGo() {
            for (int i = 0; i < 60; i++) {
                waiting();
            }
            MessagingProfile shared = profile(ann);
            NumberAssignment other = assign(ann, number(), shared.id(), yesterday());
            Message reply = send(text(other, number()).at(in(1)));
            store().lanes().pause(lane(Lane.Kind.NUMBER), in(60), BUSY);
            assertThat(store().outbox().claim(request(1, in(1), LEASE)))
                    .extracting(Claim::id)
                    .containsExactly(reply.id());
        }

        @Test
        @DisplayName("takes all numbers of its profile along")
        void wholeProfile() {
            NumberAssignment sister = assign(ann, number(), line.profileId(), yesterday());
            Message stranger = send(line(ann), number(), "Hi");
            send(sister, number(), "Hi");
            waiting();
            store().lanes().pause(lane(Lane.Kind.PROFILE), in(60), BUSY);
            assertThat(claimed(now)).containsExactly(stranger.id());
        }

        @Test
        @DisplayName("stays closed for the longer of two pauses")
        void farther() {
            Message message = waiting();
            Lane number = lane(Lane.Kind.NUMBER);
            store().lanes().pause(number, in(60), BUSY);
            store().lanes().pause(number, in(30), BROKEN);
            assertThat(troubled(now, number)).containsExactly(new LaneState(number, in(60), null, BUSY));
            assertThat(claimed(in(59))).isEmpty();
            store().lanes().pause(number, in(90), BROKEN);
            assertThat(troubled(now, number)).containsExactly(new LaneState(number, in(90), null, BROKEN));
            assertThat(claimed(in(89))).isEmpty();
            assertThat(claimed(in(90))).containsExactly(message.id());
        }

        @Test
        @DisplayName("is opened by restoring it")
        void restored() {
            Message message = waiting();
            store().lanes().pause(lane(Lane.Kind.ACCOUNT), in(60), BUSY);
            store().lanes().restore(lane(Lane.Kind.ACCOUNT));
            assertThat(troubled(now, lane(Lane.Kind.ACCOUNT))).isEmpty();
            assertThat(claimed(now)).containsExactly(message.id());
        }

        @Test
        @DisplayName("does not take back what was claimed before")
        void heldAlready() {
            Claim claim = claim(waiting());
            store().lanes().pause(lane(Lane.Kind.NUMBER), in(60), BUSY);
            pass(claim);
        }
    }

    @Nested
    @DisplayName("A lane that is being tried")
    class Probing {
        @ParameterizedTest
        @EnumSource(Lane.Kind.class)
        @DisplayName("lets one message through at a time, the first after one interval, as a probe")
        void oneAtATime(Lane.Kind kind) {
            Message first = waiting();
            Message second = send(text(line, number()).at(in(1)));
            store().lanes().probe(lane(kind), EVERY, BROKEN, now);
            assertThat(claimed(in(9))).isEmpty();

            List<Claim> probes = store().outbox().claim(request(50, in(10), LEASE));
            assertThat(probes).extracting(Claim::id).containsExactly(first.id());
            assertThat(probes.get(0).probe()).isTrue();
            assertThat(claimed(in(19))).isEmpty();
            assertThat(claimed(in(20))).containsExactly(second.id());
        }

        @Test
        @DisplayName("does not make up for tries that nobody used")
        void noCredit() {
            waiting();
            waiting();
            store().lanes().probe(lane(Lane.Kind.NUMBER), EVERY, BROKEN, now);
            assertThat(claimed(in(55))).hasSize(1);
            assertThat(claimed(in(64))).isEmpty();
            assertThat(claimed(in(65))).hasSize(1);
        }

        @Test
        @DisplayName("is open again once it is restored, and what is claimed is no probe")
        void restored() {
            waiting();
            waiting();
            store().lanes().probe(lane(Lane.Kind.PROFILE), EVERY, BROKEN, now);
            store().lanes().restore(lane(Lane.Kind.PROFILE));
            assertThat(store().outbox().claim(request(50, now, LEASE)))
                    .extracting(Claim::probe)
                    .containsExactly(false, false);
        }

        @Test
        @DisplayName("and closed lets nothing through before both allow it")
        void closedToo() {
            Message message = waiting();
            Lane number = lane(Lane.Kind.NUMBER);
            store().lanes().pause(number, in(30), BUSY);
            store().lanes().probe(number, EVERY, BROKEN, now);
            assertThat(claimed(in(29))).isEmpty();
            assertThat(claimed(in(30))).containsExactly(message.id());
            store().lanes().pause(number, in(60), BUSY);
            waiting();
            assertThat(claimed(in(59))).isEmpty();
            List<Claim> probe = store().outbox().claim(request(50, in(60), LEASE));
            assertThat(probe).extracting(Claim::probe).containsExactly(true);
        }

        @Test
        @DisplayName("leaves no mark on messages of others")
        void othersAreNoProbes() {
            send(line(ann), number(), "Hi");
            store().lanes().probe(lane(Lane.Kind.NUMBER), EVERY, BROKEN, now);
            assertThat(store().outbox().claim(request(50, now, LEASE)))
                    .extracting(Claim::probe)
                    .containsExactly(false);
        }
    }

    @Nested
    @DisplayName("The list of lanes in trouble")
    class Troubled {
        @Test
        @DisplayName("has those that are closed or being tried, in their order, until they are not")
        void list() {
            NumberAssignment other = line(ann);
            Lane account = lane(Lane.Kind.ACCOUNT);
            Lane profile = lane(Lane.Kind.PROFILE);
            Lane number = lane(Lane.Kind.NUMBER);
            Lane fine = Lane.of(other.id());
            store().lanes().pause(number, in(60), BUSY);
            store().lanes().probe(profile, EVERY, BROKEN, now);
            store().lanes().pause(account, in(30), BUSY);

            LaneState tried = new LaneState(profile, in(10), EVERY, BROKEN);
            assertThat(troubled(now, account, profile, number, fine))
                    .containsExactly(
                            new LaneState(account, in(30), null, BUSY),
                            tried,
                            new LaneState(number, in(60), null, BUSY));
            assertThat(troubled(in(60), account, profile, number, fine))
                    .containsExactly(new LaneState(profile, null, EVERY, BROKEN));
            List<Lane> all =
                    store().lanes().troubled(now).stream().map(LaneState::lane).toList();
            assertThat(all).isSorted().contains(account, profile, number).doesNotContain(fine);
        }
    }
}
