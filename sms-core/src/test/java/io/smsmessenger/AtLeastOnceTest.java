package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.testing.FakeProvider;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who chose it beforehand gets a second attempt, after an unknown outcome only, and only when a look found nothing. */
@DisplayName("At least once")
class AtLeastOnceTest {
    private static final Draft CODE =
            Draft.to(UnknownFlow.MARIA, "Your code is 4711").atLeastOnce();

    private final UnknownFlow flow = new UnknownFlow();

    @Test
    @DisplayName("sends again after a minute of silence, once, with the same reference")
    void again() {
        Message message = flow.lose(CODE);
        flow.pass(Duration.ofSeconds(55));
        assertThat(flow.sent()).isEqualTo(1);
        flow.pass(Duration.ofSeconds(6));
        assertThat(flow.sent()).isEqualTo(2);
        assertThat(flow.reference(2)).isEqualTo(flow.reference(1));
        assertThat(flow.status(message)).isEqualTo(MessageStatus.ACCEPTED);
        flow.pass(Duration.ofHours(5));
        assertThat(flow.sent()).isEqualTo(2);
    }

    @Test
    @DisplayName("does not send again what a look finds, be it in the last moment")
    void found() {
        Message message = flow.lose(CODE);
        flow.pass(Duration.ofSeconds(55));
        flow.records.record(flow.reference(1), MessageStatus.ACCEPTED, flow.clock.instant());
        flow.pass(Duration.ofHours(5));
        assertThat(flow.status(message)).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(flow.sent()).isEqualTo(1);
    }

    @Test
    @DisplayName("is never sent again after an answer, whatever it was")
    void answered() {
        flow.ann.send(CODE);
        flow.dispatch();
        flow.pass(Duration.ofHours(5));
        assertThat(flow.sent()).isEqualTo(1);
        assertThat(flow.records.searches()).isEmpty();
    }

    @Test
    @DisplayName("waits for a carrier that cannot be asked, and sends again when half of the time is over")
    void away() {
        flow.records.away(true);
        flow.lose(CODE.timeToLive(Duration.ofMinutes(11)));
        flow.pass(Duration.ofSeconds(355));
        assertThat(flow.sent()).isEqualTo(1);
        flow.pass(Duration.ofSeconds(10));
        assertThat(flow.sent()).isEqualTo(2);
    }

    @Test
    @DisplayName("is not sent again once its time is up, and stays for a person")
    void tooLate() {
        Message message = flow.lose(CODE.timeToLive(Duration.ofSeconds(30)));
        flow.pass(Duration.ofHours(1));
        assertThat(flow.sent()).isEqualTo(1);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(flow.unresolved()).containsExactly(message.id());
    }

    @Test
    @DisplayName("is sent again after a minute where nobody can be asked; at most once never is")
    void nobodyToAsk() {
        FakeProvider mute = new FakeProvider();
        UnknownFlow bare = new UnknownFlow(mute, UnknownFlow.HOOK);
        mute.answers(UnknownFlow.NOBODY_KNOWS).answers(UnknownFlow.NOBODY_KNOWS);
        Message least = bare.ann.send(CODE);
        Message most = bare.ann.send(Draft.to(UnknownFlow.MARIA, "News"));
        bare.dispatch();
        bare.pass(Duration.ofSeconds(55));
        assertThat(mute.sent()).hasSize(2);
        bare.pass(Duration.ofHours(5));
        assertThat(mute.sent()).hasSize(3);
        assertThat(bare.status(least)).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(bare.status(most)).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Test
    @DisplayName("tries a third time when the second attempt was lost, too")
    void lostAgain() {
        Message message = flow.lose(CODE);
        flow.records.carrier().answers(UnknownFlow.NOBODY_KNOWS);
        flow.pass(Duration.ofMinutes(5));
        assertThat(flow.sent()).isEqualTo(3);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.ACCEPTED);
    }

    @Test
    @DisplayName("tries no fourth time when every answer is lost: it stays for a person, who may begin anew")
    void bounded() {
        Message message = flow.lose(CODE);
        flow.records.carrier().answers(UnknownFlow.NOBODY_KNOWS).answers(UnknownFlow.NOBODY_KNOWS);
        flow.pass(Duration.ofSeconds(175));
        assertThat(flow.sent()).isEqualTo(2);
        flow.pass(Duration.ofSeconds(10));
        assertThat(flow.sent()).isEqualTo(3);
        flow.pass(Duration.ofHours(5));
        assertThat(flow.sent()).isEqualTo(3);
        assertThat(flow.status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(flow.unresolved()).containsExactly(message.id());
    }
}
