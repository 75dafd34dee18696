package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Problem;
import io.smsmessenger.store.CampaignStore.Swept;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.NewCampaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the rows of campaigns go out: what feeding takes, and what becomes of it. */
public abstract class CampaignFeedContract extends CampaignContractBase {
    @Nested
    @DisplayName("Feeding")
    class Feeding {
        @Test
        @DisplayName("takes rows in their order, with all that a message needs, each for one lease")
        void taken() {
            Campaign campaign = running(3);
            List<Feed> first = of(campaign, feed(2));
            List<Feed> second = of(campaign, feed(2));

            assertThat(first).extracting(Feed::campaign).containsOnly(campaign);
            assertThat(Stream.concat(first.stream(), second.stream()))
                    .extracting(Feed::recipient)
                    .containsExactlyElementsOf(recipients(campaign).stream()
                            .map(CampaignRecipient::recipient)
                            .toList());
            assertThat(feed(2)).isEmpty();
            assertThat(progress(campaign).waiting()).isEqualTo(3);
        }

        @Test
        @DisplayName("takes a row again once its lease ran out, under the same key")
        void leaseOver() {
            Campaign campaign = running(2);
            List<Feed> first = feed(2);
            assertThat(feed(2, BACKLOG, now.plus(LEASE).minusSeconds(1))).isEmpty();
            List<Feed> again = of(campaign, feed(2, BACKLOG, now.plus(LEASE)));
            assertThat(again).isEqualTo(first);
            assertThat(again)
                    .extracting(Feed::clientKey)
                    .isEqualTo(first.stream().map(Feed::clientKey).toList())
                    .doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("leaves drafts, paused and ended campaigns alone, and takes paused ones up again")
        void runningOnly() {
            Campaign campaign = campaign(ann, "News");
            store().campaigns().add(ann, campaign.id(), people(2));
            assertThat(feed(5)).isEmpty();
            move(campaign, CampaignState.RUNNING);
            move(campaign, CampaignState.PAUSED);
            assertThat(feed(5)).isEmpty();
            move(campaign, CampaignState.RUNNING);
            assertThat(feed(1)).hasSize(1);
            move(campaign, CampaignState.CANCELLED);
            assertThat(feed(5)).isEmpty();
        }

        @Test
        @DisplayName("waits for a campaign's start")
        void start() {
            NewCampaign plan = plan(ann, "Later");
            running(create(new NewCampaign(ann, "Later", plan.content(), null, in(60), null, null, now)), 2);
            assertThat(feed(5, BACKLOG, in(59))).isEmpty();
            assertThat(feed(5, BACKLOG, in(60))).hasSize(2);
        }

        @Test
        @DisplayName("takes no more than the backlog leaves room for, what is in hand included")
        void backlog() {
            NumberAssignment line = line(ann);
            Campaign campaign = running(10);
            List<Feed> first = feed(10, 3, now);
            assertThat(first).hasSize(3);
            assertThat(feed(10, 3, now)).isEmpty();

            List<Message> messages =
                    first.stream().map(feed -> enqueue(line, feed)).toList();
            for (int i = 0; i < 3; i++) {
                store().campaigns().handedOver(first.get(i), messages.get(i).id());
            }
            assertThat(feed(10, 3, now)).isEmpty();
            assertThat(feed(10, 5, now)).hasSize(2);
            store().outbox().cancel(ann, messages.get(0).id(), now);
            store().outbox().cancel(ann, messages.get(1).id(), now);
            assertThat(of(campaign, feed(10, 4, now))).hasSize(1);
        }

        @Test
        @DisplayName("serves campaigns in turn, so that a large one does not starve a small one")
        void inTurn() {
            Campaign large = running(30);
            Campaign small = running(campaign(user("bob"), "Small"), 3);
            Campaign smaller = running(campaign(user("eve"), "Smaller"), 1);

            List<Feed> first = feed(9);
            assertThat(first).hasSize(9);
            assertThat(of(small, first)).hasSize(3);
            assertThat(of(smaller, first)).hasSize(1);
            assertThat(of(large, first)).hasSize(5);
        }

        @Test
        @DisplayName("lets each campaign have its turn even if there is room for one row only")
        void oneAtATime() {
            List<Campaign> campaigns = List.of(running(5), running(5), running(5));
            Set<Object> served = Stream.generate(() -> feed(1))
                    .limit(3)
                    .flatMap(List::stream)
                    .map(feed -> feed.campaign().id())
                    .collect(Collectors.toSet());
            assertThat(served).hasSameSizeAs(campaigns);
        }

        @Test
        @DisplayName("gives no row to two of many at the same time")
        void races() {
            running(60);
            List<Callable<List<Feed>>> workers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                workers.add(() -> {
                    List<Feed> mine = new ArrayList<>();
                    for (int round = 0; round < 20; round++) {
                        mine.addAll(feed(5));
                    }
                    return mine;
                });
            }
            List<Feed> all = new ArrayList<>(
                    Together.run(workers).stream().flatMap(List::stream).toList());
            List<Feed> rest = feed(60);
            all.addAll(rest);
            assertThat(all).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Nested
    @DisplayName("A row")
    class Rows {
        private final NumberAssignment line = line(ann);
        private final Campaign campaign = running(1);
        private final Feed row = feed(1).get(0);

        @Test
        @DisplayName("that became a message tells which, however often that is said")
        void handedOver() {
            Message message = enqueue(line, row);
            store().campaigns().handedOver(row, message.id());
            store().campaigns().handedOver(row, message.id());
            store().campaigns().refused(row, Problem.INVALID_ADDRESS, "Too late to say.");
            assertThat(recipients(campaign))
                    .containsExactly(new CampaignRecipient(
                            row.recipient(), CampaignRecipient.State.HANDED_OVER, message.id(), null, null));
            assertThat(feed(5, BACKLOG, now.plus(LEASE))).isEmpty();
        }

        @Test
        @DisplayName("that cannot be texted tells why, and the first reason stays")
        void refused() {
            String sentence = "Enable it \u20AC. " + "x".repeat(400);
            store().campaigns().refused(row, Problem.PROFILE_DISABLED, sentence);
            store().campaigns().refused(row, Problem.INVALID_ADDRESS, "Another reason.");
            assertThat(recipients(campaign))
                    .containsExactly(new CampaignRecipient(
                            row.recipient(),
                            CampaignRecipient.State.REFUSED,
                            null,
                            Problem.PROFILE_DISABLED,
                            sentence));
            assertThat(feed(5, BACKLOG, now.plus(LEASE))).isEmpty();
        }

        @Test
        @DisplayName("is a message although another worker had refused it")
        void messageAfterAll() {
            store().campaigns().refused(row, Problem.RECIPIENT_OPTED_OUT, "They have opted out.");
            Message message = enqueue(line, row);
            store().campaigns().handedOver(row, message.id());
            assertThat(recipients(campaign))
                    .containsExactly(new CampaignRecipient(
                            row.recipient(), CampaignRecipient.State.HANDED_OVER, message.id(), null, null));
            assertThat(progress(campaign).refused()).isZero();
        }
    }

    @Nested
    @DisplayName("Sweeping")
    class Sweeping {
        @Test
        @DisplayName("finishes a campaign once no row waits, leased or not, and says so once")
        void finished() {
            NumberAssignment line = line(ann);
            Campaign campaign = running(2);
            List<Feed> rows = feed(2);
            assertThat(sweptOf(campaign)).isEmpty();
            store().campaigns()
                    .handedOver(rows.get(0), enqueue(line, rows.get(0)).id());
            assertThat(sweptOf(campaign)).isEmpty();
            store().campaigns().refused(rows.get(1), Problem.INVALID_ADDRESS, "No number.");

            List<Campaign> finished = sweptOf(campaign);
            assertThat(finished).hasSize(1);
            assertThat(finished.get(0).state()).isEqualTo(CampaignState.FINISHED);
            assertThat(finished.get(0).finishedAt()).isEqualTo(in(9));
            assertThat(reload(campaign)).isEqualTo(finished.get(0));
            assertThat(sweptOf(campaign)).isEmpty();
            assertThat(store().campaigns().add(ann, campaign.id(), people(1))).isEmpty();
            for (CampaignState state : CampaignState.values()) {
                assertThat(store().campaigns().move(ann, campaign.id(), state, now))
                        .isEmpty();
            }
        }

        @Test
        @DisplayName("finishes neither what is paused nor what has not begun")
        void notYet() {
            Campaign paused = move(move(campaign(ann, "P"), CampaignState.RUNNING), CampaignState.PAUSED);
            NewCampaign plan = plan(ann, "Later");
            Campaign later =
                    running(create(new NewCampaign(ann, "Later", plan.content(), null, in(10), null, null, now)), 0);
            assertThat(sweptOf(paused)).isEmpty();
            assertThat(sweptOf(later)).isEmpty();
            assertThat(sweptOf(campaign(ann, "Draft"))).isEmpty();
        }

        private List<Campaign> sweptOf(Campaign campaign) {
            Swept swept = store().campaigns().sweep(in(9));
            return swept.finished().stream()
                    .filter(each -> each.id().equals(campaign.id()))
                    .toList();
        }
    }
}
