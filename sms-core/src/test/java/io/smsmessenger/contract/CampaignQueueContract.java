package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.store.CampaignStore.Swept;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Conclusion;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a campaign's state means for its messages that are in the outbox already. */
public abstract class CampaignQueueContract extends CampaignContractBase {
    private final NumberAssignment line = line(ann);

    /** Feeds all rows of a running campaign to the outbox. */
    private List<Message> handedOver(Campaign campaign) {
        List<Message> messages = new ArrayList<>();
        for (Feed feed : of(campaign, feed(50))) {
            Message message = enqueue(line, feed);
            store().campaigns().handedOver(feed, message.id());
            messages.add(message);
        }
        return messages;
    }

    @Nested
    @DisplayName("Messages of a paused campaign")
    class Pausing {
        @Test
        @DisplayName("are not claimed and hold nobody up, until it runs again")
        void held() {
            Campaign campaign = running(3);
            List<Message> messages = handedOver(campaign);
            Campaign other = running(2);
            Message[] others = handedOver(other).toArray(Message[]::new);
            Message single = send(line, number(), "Just you");
            move(campaign, CampaignState.PAUSED);

            assertThat(claims(in(1), messages.toArray(Message[]::new))).isEmpty();
            assertThat(claims(in(1), others)).hasSize(2);
            assertThat(claims(in(1), single)).hasSize(1);
            assertThat(store().campaigns().sweep(in(1)).cancelled()).isEmpty();

            move(campaign, CampaignState.RUNNING);
            assertThat(claims(in(1), messages.toArray(Message[]::new)))
                    .extracting(Claim::id)
                    .containsExactlyElementsOf(
                            messages.stream().map(Message::id).toList());
        }
    }

    @Nested
    @DisplayName("A campaign whose rows are all handed over")
    class Finished {
        private final Campaign campaign = running(2);
        private final List<Message> messages = handedOver(campaign);

        private CampaignState swept() {
            store().campaigns().sweep(in(1));
            return reload(campaign).state();
        }

        @Test
        @DisplayName("runs until its messages have left, so that they can still be held or called back")
        void untilAllHaveLeft() {
            assertThat(swept()).isEqualTo(CampaignState.RUNNING);
            Claim first = claim(messages.get(0));
            assertThat(swept()).isEqualTo(CampaignState.RUNNING);
            store().outbox().cancel(ann, messages.get(1).id(), now);
            pass(first);
            assertThat(swept()).isEqualTo(CampaignState.RUNNING);
            settle(first, new Settlement.Accepted(providerId(), Billing.none()));
            assertThat(swept()).isEqualTo(CampaignState.FINISHED);
        }

        @Test
        @DisplayName("waits for nobody to find out, and what is found not to have left leaves after its end")
        void unknownOnes() {
            accepted(messages.get(0));
            unknown(messages.get(1));
            assertThat(swept()).isEqualTo(CampaignState.FINISHED);
            Trace trace = traces(in(3600), 1).get(0);
            assertThat(trace.id()).isEqualTo(messages.get(1).id());
            assertThat(store().outbox().conclude(trace, new Conclusion.SendAgain(), in(3600)))
                    .isPresent();
            assertThat(claims(in(3600), messages.get(1))).hasSize(1);
        }
    }

    @Nested
    @DisplayName("A message that a person wants sent again")
    class ByHand {
        private final Campaign campaign = running(1);
        private final Message message = handedOver(campaign).get(0);

        @ParameterizedTest
        @EnumSource(
                value = CampaignState.class,
                names = {"PAUSED", "CANCELLED"})
        @DisplayName("leaves although its campaign is held or over, and still counts as the campaign's")
        void leaves(CampaignState state) {
            unknown(message);
            move(campaign, state);
            assertThat(store().outbox().sendAgain(ann, message.id(), in(600), in(1)))
                    .isPresent();
            assertThat(store().campaigns().sweep(in(2)).cancelled()).isEmpty();
            Claim again = claim(in(2), message);
            pass(again);
            settle(again, new Settlement.Accepted(providerId(), Billing.none()));
            assertThat(progress(campaign).messages()).isEqualTo(Map.of(MessageStatus.ACCEPTED, 1L));
        }
    }

    @Nested
    @DisplayName("Messages of a cancelled campaign")
    class Cancelling {
        @Test
        @DisplayName("are cancelled unless they have passed the gate, claimed or not, and nobody else's is")
        void calledBack() {
            Campaign campaign = running(4);
            List<Message> messages = handedOver(campaign);
            Campaign other = running(1);
            Message others = handedOver(other).get(0);
            Claim gone = sending(messages.get(0));
            Claim claimed = claim(messages.get(1));
            move(campaign, CampaignState.CANCELLED);

            assertThat(claims(in(1), messages.get(2), messages.get(3))).isEmpty();
            List<StatusChange> cancelled = cancelledOf(messages);
            assertThat(cancelled).hasSize(3).allSatisfy(change -> {
                assertThat(change.owner()).isEqualTo(ann);
                assertThat(change.previous()).isEqualTo(MessageStatus.QUEUED);
                assertThat(change.message().status()).isEqualTo(MessageStatus.CANCELLED);
                assertThat(reload(ann, change.message())).isEqualTo(change.message());
            });
            var history = store().messages().history(ann, messages.get(2).id()).orElseThrow();
            assertThat(history.get(history.size() - 1).source()).isEqualTo(MessageEvent.Source.PERSON);
            assertThat(gate(claimed)).isEqualTo(new Gate.Lost());
            assertThat(reload(ann, messages.get(0)).status()).isEqualTo(MessageStatus.SENDING);
            assertThat(reload(ann, others).status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(cancelledOf(messages)).isEmpty();

            // The carrier did not take it, and it must not be tried again.
            settle(gone, new Settlement.NotSent(TIMED_OUT, in(0)));
            assertThat(cancelledOf(messages)).hasSize(1);
            assertThat(reload(ann, messages.get(0)).status()).isEqualTo(MessageStatus.CANCELLED);
        }

        @Test
        @DisplayName("are cancelled although their worker hands them over after the end")
        void late() {
            Campaign campaign = running(2);
            List<Feed> rows = of(campaign, feed(2));
            move(campaign, CampaignState.CANCELLED);
            assertThat(store().campaigns().sweep(in(1)).cancelled()).isEmpty();
            Message inTime = enqueue(line, rows.get(0));
            store().campaigns().handedOver(rows.get(0), inTime.id());
            assertThat(cancelledOf(List.of(inTime))).hasSize(1);

            store().campaigns().sweep(now.plus(LEASE).plusSeconds(1));
            Message muchLater = enqueue(line, rows.get(1));
            store().campaigns().handedOver(rows.get(1), muchLater.id());
            assertThat(cancelledOf(List.of(muchLater))).hasSize(1);
        }

        @Test
        @DisplayName("are cancelled behind any number that cannot be, since a copy of each may be out")
        void behindUnknownOnes() {
            Campaign campaign = running(202);
            List<Message> messages = new ArrayList<>();
            of(campaign, feed(202)).forEach(row -> messages.add(enqueue(line, row)));
            List<Message> doubtful = messages.subList(0, 201);
            List<Claim> sending = claims(now, doubtful.toArray(Message[]::new));
            assertThat(sending).hasSize(201);
            sending.forEach(claim -> {
                pass(claim);
                settle(claim, new Settlement.Unknown(TIMED_OUT));
            });
            traces(in(3600), 500)
                    .forEach(trace -> store().outbox().conclude(trace, new Conclusion.SendAgain(), in(3600)));
            move(campaign, CampaignState.CANCELLED);
            assertThat(cancelledOf(messages))
                    .extracting(change -> change.message().id())
                    .containsExactly(messages.get(201).id());
        }

        @Test
        @DisplayName("are cancelled portion by portion, however many they are")
        void many() {
            Campaign campaign = running(450);
            List<Message> messages = new ArrayList<>();
            List<Feed> rows = of(campaign, feed(450));
            rows.forEach(row -> messages.add(enqueue(line, row)));
            move(campaign, CampaignState.CANCELLED);

            int cancelled = 0;
            List<StatusChange> portion;
            do {
                portion = cancelledOf(messages);
                assertThat(portion).hasSizeLessThan(450);
                cancelled += portion.size();
            } while (!portion.isEmpty());
            assertThat(cancelled).isEqualTo(450);
        }

        private List<StatusChange> cancelledOf(List<Message> messages) {
            Swept swept = store().campaigns().sweep(in(2));
            assertThat(swept.cancelled())
                    .extracting(change -> change.message().id())
                    .isSubsetOf(messages.stream().map(Message::id).toList());
            return swept.cancelled();
        }
    }
}
