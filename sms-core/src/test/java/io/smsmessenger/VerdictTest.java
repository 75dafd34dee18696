package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.Pace;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.model.Verdict.Hold;
import io.smsmessenger.model.Verdict.Refusal;
import io.smsmessenger.model.Verdict.SenderChoice;
import io.smsmessenger.sending.PriceList;
import io.smsmessenger.sending.SendingSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A verdict")
class VerdictTest {
    private static final Draft HELLO = Draft.to(Flow.MARIA, "Hello");

    private final Flow flow = new Flow();

    @Test
    @DisplayName("of what may go at once: from where, in how many parts, when, until when")
    void atOnce() {
        Instant now = flow.clock.instant();
        assertThat(flow.alice.check(HELLO)).satisfies(verdict -> {
            assertThat(verdict.refusals()).isEmpty();
            assertThat(verdict.sender()).isEqualTo(flow.line);
            assertThat(verdict.choice()).isEqualTo(SenderChoice.ONLY_ONE);
            assertThat(verdict.segments().parts()).isEqualTo(1);
            assertThat(verdict.cost()).isNull();
            assertThat(verdict.optOut()).isNull();
            assertThat(verdict.quietHours()).isNull();
            assertThat(verdict.holds()).isEmpty();
            assertThat(verdict.leavesAt()).isEqualTo(now);
            assertThat(verdict.expiresAt()).isEqualTo(now.plus(Draft.DEFAULT_TIME_TO_LIVE));
        });
    }

    @Test
    @DisplayName("says why it is that number")
    void choice() {
        flow.messenger.operator().assign(Flow.SECOND_LINE, flow.alice.owner(), flow.profile.id());
        assertThat(flow.alice.check(HELLO).choice()).isEqualTo(SenderChoice.DEFAULT);
        assertThat(flow.alice.check(HELLO.from(Flow.SECOND_LINE)).choice()).isEqualTo(SenderChoice.ASKED_FOR);
        flow.texts(Flow.MARIA, Flow.SECOND_LINE, "hi there");
        assertThat(flow.alice.check(HELLO)).satisfies(verdict -> {
            assertThat(verdict.choice()).isEqualTo(SenderChoice.LAST_USED);
            assertThat(verdict.sender()).isNotNull();
        });
        assertThat(flow.alice.check(HELLO.from(Flow.BOBS_LINE)).choice()).isNull();
    }

    @Test
    @DisplayName("has the cost by the host's list")
    void cost() {
        Flow priced = new Flow(as -> as.prices(PriceList.in("USD").price("+1", "0.0040")));
        assertThat(priced.alice.check(HELLO).cost()).isEqualTo(new Money(new BigDecimal("0.0040"), "USD"));
    }

    @Test
    @DisplayName("names the standing opt-out, also where other things stop it first")
    void optOut() {
        flow.texts(Flow.MARIA, Flow.LINE, "STOP");
        flow.alice.profiles().disable(flow.profile.id());
        Verdict verdict = flow.alice.check(HELLO);
        assertThat(verdict.refusals())
                .extracting(Refusal::problem)
                .containsExactly(Problem.PROFILE_DISABLED, Problem.RECIPIENT_OPTED_OUT);
        assertThat(verdict.optOut()).isNotNull().extracting(OptOut::source).isEqualTo(OptOut.Source.KEYWORD);
        assertThat(verdict.leavesAt()).isNull();
    }

    @Test
    @DisplayName("names the closed lanes on its way and leaves after the last of them opens; others do not matter")
    void holds() {
        Instant now = flow.clock.instant();
        Instant soon = now.plus(Duration.ofMinutes(5));
        Instant later = now.plus(Duration.ofMinutes(9));
        flow.store.lanes().pause(Lane.of(flow.line.id()), later, FailureReason.RATE_LIMITED);
        flow.store.lanes().pause(Lane.of(flow.profile.id()), soon, FailureReason.SENDER);
        flow.store.lanes().pause(Lane.of(flow.bobsLine.id()), later, FailureReason.RATE_LIMITED);
        Verdict verdict = flow.alice.check(HELLO);
        assertThat(verdict.holds())
                .containsExactly(
                        new Hold(Lane.of(flow.profile.id()), soon, FailureReason.SENDER),
                        new Hold(Lane.of(flow.line.id()), later, FailureReason.RATE_LIMITED));
        assertThat(verdict.leavesAt()).isEqualTo(later);
        assertThat(verdict.allowed()).isTrue();
        assertThat(flow.alice.send(HELLO).sendAt())
                .as("kept, for the lane may open earlier")
                .isNull();
    }

    @Test
    @DisplayName("knows of no moment to leave when a lane stays closed for longer than the text lives")
    void heldTooLong() {
        Instant farther = flow.clock.instant().plus(Duration.ofHours(5));
        flow.store.lanes().pause(Lane.of(flow.line.accountId()), farther, FailureReason.ACCOUNT);
        assertThat(flow.alice.check(HELLO).leavesAt()).isNull();
        assertThat(flow.alice.check(HELLO.timeToLive(Duration.ofHours(6))).leavesAt())
                .isEqualTo(farther);
    }

    @Test
    @DisplayName("lets a text live as long as it said, and no longer than it is valid")
    void expiry() {
        Instant later = flow.clock.instant().plus(Duration.ofHours(10));
        Draft draft = HELLO.sendAt(later).timeToLive(Duration.ofHours(2));
        assertThat(flow.alice.check(draft).expiresAt()).isEqualTo(later.plus(Duration.ofHours(2)));
        assertThat(flow.alice.check(draft.validUntil(later.plusSeconds(60))).expiresAt())
                .isEqualTo(later.plusSeconds(60));
        assertThat(flow.alice
                        .check(draft.validUntil(later.plus(Duration.ofDays(1))))
                        .expiresAt())
                .isEqualTo(later.plus(Duration.ofHours(2)));
        assertThat(flow.alice.check(draft.validUntil(later)).refusals())
                .extracting(Refusal::problem)
                .containsExactly(Problem.INVALID_TIME);
    }

    @Test
    @DisplayName("refuses absurd times instead of stumbling over them")
    void absurd() {
        assertThat(flow.alice.check(HELLO.sendAt(Instant.MAX)).allowed()).isFalse();
        assertThat(flow.alice.check(HELLO.sendAt(Instant.MIN)).allowed()).isFalse();
        assertThat(flow.alice.check(HELLO.validUntil(Instant.MIN)).allowed()).isFalse();
        assertThat(flow.alice
                        .check(HELLO.timeToLive(Duration.ofSeconds(Long.MAX_VALUE)))
                        .allowed())
                .isFalse();
        assertThat(flow.alice.check(HELLO.validUntil(Instant.MAX)).allowed()).isTrue();
    }

    @Test
    @DisplayName("refuses what is more than the user may, until the time is over; a repetition is not more")
    void userLimit() {
        Pace two = new Pace(2, Duration.ofHours(1));
        Flow limited = new Flow(
                as -> as.sending(SendingSettings.builder().userLimit(two).build()));
        Message first = limited.alice.send(HELLO);
        limited.alice.send(Draft.to(Flow.MARIA, "How are you?"));
        assertThat(limited.bob.check(HELLO).allowed()).as("another user's").isTrue();
        assertThat(limited.alice.check(HELLO).refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.LIMIT_REACHED))
                .satisfies(refusal -> assertThat(refusal.detail()).contains("PT1H"));
        assertProblem(limited, Problem.LIMIT_REACHED, Draft.to(Flow.MARIA, "One more"));
        assertThat(limited.alice.send(HELLO).id()).isEqualTo(first.id());
        limited.clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(limited.alice.check(Draft.to(Flow.MARIA, "One more")).allowed())
                .isTrue();
    }

    @Test
    @DisplayName("lets a campaign have three quarters of what the user may, so that replies still go")
    void bulkLimit() {
        Pace four = new Pace(4, Duration.ofHours(1));
        Flow limited = new Flow(
                as -> as.sending(SendingSettings.builder().userLimit(four).build()));
        var news = limited.alice.campaigns().create("News", "We open on Monday.");
        List<Recipient> five = IntStream.range(0, 5)
                .mapToObj(each -> new Recipient("+1202555012" + each, Map.of()))
                .toList();
        var unused = limited.alice.campaigns().add(news.id(), five);
        limited.alice.campaigns().start(news.id());
        limited.messenger.dispatcher().runOnce();
        assertThat(limited.carrier.sent()).hasSize(3);
        limited.alice.send(Draft.to(Flow.MARIA, "A reply"));
        assertProblem(limited, Problem.LIMIT_REACHED, Draft.to(Flow.MARIA, "One more"));
    }

    @Test
    @DisplayName("asks every rule of the host, and lets what one throws through")
    void rules() {
        Flow ruled = new Flow(as -> as.rule((user, draft) -> Optional.of(new Refusal(Problem.LIMIT_REACHED, "quota")))
                .rule((user, draft) -> Optional.empty())
                .rule((user, draft) -> Optional.of(new Refusal(Problem.INVALID_ADDRESS, "country"))));
        assertThat(ruled.alice.check(HELLO).refusals())
                .extracting(Refusal::detail)
                .containsExactly("quota", "country");
        assertProblem(ruled, Problem.LIMIT_REACHED, HELLO);
        Flow broken = new Flow(as -> as.rule((user, draft) -> {
            throw new UnsupportedOperationException("the host's");
        }));
        assertThatThrownBy(() -> broken.alice.send(HELLO)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void assertProblem(Flow flow, Problem problem, Draft draft) {
        assertThatThrownBy(() -> flow.alice.send(draft))
                .isInstanceOfSatisfying(
                        SmsException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(problem));
    }
}
