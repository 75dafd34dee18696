package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.store.CampaignStore.Swept;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.Gate;
import io.smsmessenger.store.Settlement;
import io.smsmessenger.store.StatusChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
    @DisplayName("Messages of a finished campaign")
    class Finished {
        @Test
        @DisplayName("leave as others do")
        void leave() {
            Campaign campaign = running(2);
            Message[] messages = handedOver(campaign).toArray(Message[]::new);
            store().campaigns().sweep(in(1));
            assertThat(reload(campaign).state()).isEqualTo(CampaignState.FINISHED);
            assertThat(claims(in(1), messages)).hasSize(2);
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
