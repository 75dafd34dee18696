package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignDraft;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.sending.SendingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The course of a campaign")
class CampaignStatesTest {
    private final Flow flow = new Flow();
    private final Campaigns campaigns = flow.alice.campaigns();
    private final Campaign campaign = campaigns.create("News", "Hi {{name}}");

    private void dispatch() {
        flow.clock.advance(Duration.ofSeconds(5));
        flow.dispatch();
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SmsException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Nested
    @DisplayName("while it runs")
    class Running {
        private final int backlog = SendingSettings.defaults().campaignBacklog();

        private void start(int recipients) {
            campaigns.add(campaign.id(), CampaignTest.people(recipients));
            campaigns.start(campaign.id());
        }

        @Test
        @DisplayName("is held by a pause and goes on after it, with nobody left out or texted twice")
        void pause() {
            start(backlog + 50);
            campaigns.pause(campaign.id());
            dispatch();
            assertThat(flow.carrier.sent()).isEmpty();
            campaigns.resume(campaign.id());
            dispatch();
            int before = flow.carrier.sent().size();
            assertThat(before).isEqualTo(backlog);

            campaigns.pause(campaign.id());
            dispatch();
            dispatch();
            assertThat(flow.carrier.sent()).hasSize(before);
            campaigns.resume(campaign.id());
            dispatch();
            dispatch();
            assertThat(flow.carrier.sent().stream().map(sms -> sms.to()).distinct())
                    .hasSize(backlog + 50);
            assertThat(flow.carrier.sent()).hasSize(backlog + 50);
            assertThat(campaigns.get(campaign.id()).state()).isEqualTo(CampaignState.FINISHED);
        }

        @Test
        @DisplayName("is ended by a cancel: nothing more leaves")
        void cancel() {
            start(backlog + 50);
            dispatch();
            Campaign ended = campaigns.cancel(campaign.id());
            assertThat(ended.finishedAt()).isEqualTo(flow.clock.instant());
            dispatch();
            dispatch();
            assertThat(flow.carrier.sent()).hasSize(backlog);
            assertThat(campaigns.progress(campaign.id()).waiting()).isEqualTo(50);
        }

        @Test
        @DisplayName("keeps few texts in the outbox and never delays a reply")
        void replyFirst() {
            start(1000);
            flow.texts(Flow.MARIA, Flow.LINE, "Are you there?");
            dispatch();
            int before = flow.carrier.sent().size();
            assertThat(before).isEqualTo(backlog);
            flow.alice.send(Draft.to(Flow.MARIA, "Yes"));
            dispatch();
            assertThat(flow.carrier.sent().get(before).to()).isEqualTo(Flow.MARIA);
            for (int i = 0; i < 5; i++) {
                dispatch();
            }
            assertThat(flow.carrier.sent()).hasSize(1001);
            assertThat(campaigns.progress(campaign.id()).messages()).isEqualTo(Map.of(MessageStatus.ACCEPTED, 1000L));
        }
    }

    @Nested
    @DisplayName("refuses")
    class Refusing {
        @Test
        @DisplayName("moves that make no sense where it stands, and says what to do instead")
        void states() {
            assertRefused(Problem.WRONG_STATE, () -> campaigns.start(campaign.id()));
            campaigns.add(campaign.id(), CampaignTest.people(1));
            assertRefused(Problem.WRONG_STATE, () -> campaigns.pause(campaign.id()));
            assertRefused(Problem.WRONG_STATE, () -> campaigns.resume(campaign.id()));
            campaigns.start(campaign.id());
            assertRefused(Problem.WRONG_STATE, () -> campaigns.start(campaign.id()));
            assertRefused(Problem.WRONG_STATE, () -> campaigns.resume(campaign.id()));
            campaigns.pause(campaign.id());
            assertThatThrownBy(() -> campaigns.start(campaign.id())).hasMessageContaining("resume");
            campaigns.cancel(campaign.id());
            for (ThrowingCallable late : List.<ThrowingCallable>of(
                    () -> campaigns.start(campaign.id()),
                    () -> campaigns.pause(campaign.id()),
                    () -> campaigns.resume(campaign.id()),
                    () -> campaigns.cancel(campaign.id()),
                    () -> campaigns.add(campaign.id(), CampaignTest.people(1)))) {
                assertThatThrownBy(late).hasMessageContaining("make a new one");
            }
        }

        @ParameterizedTest(name = "\"{0}\"")
        @ValueSource(strings = {"", "  "})
        @DisplayName("names and texts that are empty")
        void empty(String text) {
            assertRefused(Problem.INVALID_FIELD, () -> campaigns.create(text, "Hi"));
            assertRefused(Problem.EMPTY_MESSAGE, () -> campaigns.create("News", text));
        }

        @Test
        @DisplayName("fields that are too long, and too many recipients at once, before anybody is added")
        void tooLong() {
            assertRefused(
                    Problem.INVALID_FIELD, () -> campaigns.create("x".repeat(Campaign.MAX_NAME_LENGTH + 1), "Hi"));
            assertRefused(
                    Problem.INVALID_FIELD, () -> campaigns.create("News", "x".repeat(Campaigns.MAX_TEXT_LENGTH + 1)));
            Recipient tooLong = new Recipient(Flow.MARIA.value(), Map.of("n", "x".repeat(Recipient.MAX_FIELDS_LENGTH)));
            assertRefused(
                    Problem.INVALID_FIELD,
                    () -> campaigns.add(campaign.id(), List.of(Recipient.to(Flow.LINE), tooLong)));
            assertRefused(
                    Problem.INVALID_FIELD,
                    () -> campaigns.add(
                            campaign.id(),
                            Collections.nCopies(Campaigns.MAX_RECIPIENTS_A_CALL + 1, Recipient.to(Flow.MARIA))));
            assertThat(campaigns.progress(campaign.id()).recipients()).isZero();
        }

        @Test
        @DisplayName("placeholders that are not closed, as soon as it is made")
        void template() {
            assertRefused(Problem.INVALID_TEMPLATE, () -> campaigns.create("News", "Hi {{name"));
        }

        @Test
        @DisplayName("numbers that are not the user's own")
        void sender() {
            CampaignDraft draft = CampaignDraft.of("News", "Hi");
            assertRefused(Problem.NUMBER_NOT_AVAILABLE, () -> campaigns.create(draft.from(Flow.BOBS_LINE)));
            assertRefused(Problem.NUMBER_NOT_AVAILABLE, () -> campaigns.create(draft.from(Flow.SECOND_LINE)));
        }

        @Test
        @DisplayName("times that are over, too far off or in the wrong order")
        void times() {
            Instant now = flow.clock.instant();
            CampaignDraft draft = CampaignDraft.of("News", "Hi");
            for (CampaignDraft odd : List.of(
                    draft.sendAt(now.minusSeconds(1)),
                    draft.sendAt(now.plus(Duration.ofDays(400_000))),
                    draft.validUntil(now),
                    draft.sendAt(now.plusSeconds(60)).validUntil(now.plusSeconds(60)),
                    draft.validUntil(now.plus(Duration.ofDays(4000))))) {
                assertRefused(Problem.INVALID_TIME, () -> campaigns.create(odd));
            }
            Campaign over = campaigns.create(draft.validUntil(now.plusSeconds(60)));
            campaigns.add(over.id(), CampaignTest.people(1));
            flow.clock.advance(Duration.ofMinutes(1));
            assertRefused(Problem.INVALID_TIME, () -> campaigns.start(over.id()));
        }
    }
}
