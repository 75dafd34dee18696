package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.NewCampaign;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@link io.smsmessenger.store.CampaignStore} keeps; {@link CampaignFeedContract} has how rows go out. */
public abstract class CampaignStoreContract extends CampaignContractBase {
    @Nested
    @DisplayName("A new campaign")
    class Making {
        @Test
        @DisplayName("is a draft, and all of it is found again")
        void roundTrip() {
            NewCampaign plan = new NewCampaign(
                    ann,
                    "Sale \uD83C\uDF89",
                    new Content(
                            "Hi {{name}},\nZoë \uD83D\uDE00",
                            List.of(URI.create("https://a.example/1.png"), URI.create("https://a.example/2.png"))),
                    number(),
                    in(3600),
                    ZoneId.of("Europe/Vienna"),
                    in(7200),
                    now);
            Campaign made = create(plan);

            assertThat(made.owner()).isEqualTo(ann);
            assertThat(made.name()).isEqualTo(plan.name());
            assertThat(made.content()).isEqualTo(plan.content());
            assertThat(made.from()).isEqualTo(plan.from());
            assertThat(made.state()).isEqualTo(CampaignState.DRAFT);
            assertThat(made.sendAt()).isEqualTo(in(3600));
            assertThat(made.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
            assertThat(made.validUntil()).isEqualTo(in(7200));
            assertThat(made.createdAt()).isEqualTo(now);
            assertThat(made.finishedAt()).isNull();
            assertThat(reload(made)).isEqualTo(made);
            assertThat(progress(made)).isEqualTo(new CampaignProgress(0, 0, 0, Map.of()));
        }

        @Test
        @DisplayName("needs no more than a name and a text")
        void bare() {
            Campaign made = campaign(ann, "News");
            assertThat(reload(made)).isEqualTo(made);
            assertThat(made.from()).isNull();
            assertThat(made.sendAt()).isNull();
            assertThat(made.zone()).isNull();
            assertThat(made.validUntil()).isNull();
            assertThat(made.content().media()).isEmpty();
        }

        @Test
        @DisplayName("comes first in its owner's list, which is read page by page")
        void listed() {
            List<Campaign> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                NewCampaign plan = plan(ann, "Campaign " + i);
                // Two of the same moment, so that the id decides.
                all.add(create(
                        new NewCampaign(ann, plan.name(), plan.content(), null, null, null, null, in(i == 4 ? 3 : i))));
            }
            campaign(user("bob"), "Bob's");
            Collections.reverse(all);
            PageWalk.assertWalks(all, 2, request -> store().campaigns().page(ann, request));
        }
    }

    @Nested
    @DisplayName("Recipients")
    class Adding {
        private final Campaign campaign = campaign(ann, "News");

        @Test
        @DisplayName("are kept as they were written, in the order in which they came")
        void kept() {
            List<Recipient> first = List.of(
                    new Recipient("not a number", Map.of("name", "Zoë & Co = \uD83D\uDE00", "empty", "", "a b", "1%")),
                    Recipient.to(number()));
            List<Recipient> second = people(3);
            assertThat(store().campaigns().add(ann, campaign.id(), first)).contains(2);
            assertThat(store().campaigns().add(ann, campaign.id(), second)).contains(3);

            List<CampaignRecipient> expected = Stream.concat(first.stream(), second.stream())
                    .map(each -> new CampaignRecipient(each, CampaignRecipient.State.WAITING, null, null, null))
                    .toList();
            PageWalk.assertWalks(
                    expected,
                    2,
                    request -> store().campaigns()
                            .recipients(ann, campaign.id(), request)
                            .orElseThrow());
            assertThat(progress(campaign)).isEqualTo(new CampaignProgress(5, 5, 0, Map.of()));
        }

        @Test
        @DisplayName("are added once each, in one list and in several, and the first of two is the one that counts")
        void once() {
            Recipient first = new Recipient(number().value(), Map.of("name", "First"));
            Recipient again = new Recipient(first.to(), Map.of("name", "Second"));
            Recipient other = Recipient.to(number());
            assertThat(store().campaigns().add(ann, campaign.id(), List.of(first, again)))
                    .contains(1);
            assertThat(store().campaigns().add(ann, campaign.id(), List.of(again, other, other)))
                    .contains(1);
            assertThat(recipients(campaign))
                    .extracting(CampaignRecipient::recipient)
                    .containsExactly(first, other);
        }

        @Test
        @DisplayName("differ by each character")
        void exact() {
            List<Recipient> spelt = Stream.of("abc", "ABC", "abc ", "äbc")
                    .map(to -> new Recipient(to, Map.of()))
                    .toList();
            assertThat(store().campaigns().add(ann, campaign.id(), spelt)).contains(4);
        }

        @Test
        @DisplayName("may be in two campaigns at once")
        void elsewhere() {
            List<Recipient> people = people(2);
            Campaign other = campaign(ann, "Other");
            assertThat(store().campaigns().add(ann, campaign.id(), people)).contains(2);
            assertThat(store().campaigns().add(ann, other.id(), people)).contains(2);
        }

        @Test
        @DisplayName("can be as many and as long as may be, and none at all")
        void many() {
            assertThat(store().campaigns().add(ann, campaign.id(), List.of())).contains(0);
            assertThat(store().campaigns().add(ann, campaign.id(), people(3000)))
                    .contains(3000);
            Recipient longest = new Recipient(
                    "x".repeat(Recipient.MAX_TO_LENGTH), Map.of("n", "\u20AC".repeat(Recipient.MAX_FIELDS_LENGTH - 1)));
            Campaign other = campaign(ann, "Long");
            store().campaigns().add(ann, other.id(), List.of(longest));
            assertThat(recipients(other).get(0).recipient()).isEqualTo(longest);
        }

        @ParameterizedTest
        @EnumSource(
                value = CampaignState.class,
                names = {"RUNNING", "PAUSED"})
        @DisplayName("can be added until the campaign has ended")
        void late(CampaignState state) {
            move(campaign, CampaignState.RUNNING);
            if (state == CampaignState.PAUSED) {
                move(campaign, state);
            }
            assertThat(store().campaigns().add(ann, campaign.id(), people(1))).contains(1);
            move(campaign, CampaignState.CANCELLED);
            assertThat(store().campaigns().add(ann, campaign.id(), people(1))).isEmpty();
            assertThat(progress(campaign).recipients()).isEqualTo(1);
        }

        @Test
        @DisplayName("of another's campaign are not there")
        void strangers() {
            store().campaigns().add(ann, campaign.id(), people(1));
            assertThat(store().campaigns().recipients(user("bob"), campaign.id(), PageRequest.first(5)))
                    .isEmpty();
            assertThat(store().campaigns().progress(user("bob"), campaign.id())).isEmpty();
        }
    }

    @Nested
    @DisplayName("Moving a campaign")
    class MovingOn {
        @Test
        @DisplayName("goes where a person may move it, and nowhere else")
        void allowed() {
            for (CampaignState from : List.of(
                    CampaignState.DRAFT, CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.CANCELLED)) {
                for (CampaignState to : CampaignState.values()) {
                    Campaign campaign = standing(from);
                    var moved = store().campaigns().move(ann, campaign.id(), to, in(5));
                    assertThat(moved.isPresent()).as(from + " to " + to).isEqualTo(from.mayBecome(to));
                    assertThat(reload(campaign)).isEqualTo(moved.orElse(campaign));
                    moved.ifPresent(after -> {
                        assertThat(after.state()).isEqualTo(to);
                        assertThat(after.finishedAt()).isEqualTo(to == CampaignState.CANCELLED ? in(5) : null);
                    });
                }
            }
        }

        private Campaign standing(CampaignState state) {
            Campaign campaign = campaign(ann, "In " + state);
            if (state != CampaignState.DRAFT && state != CampaignState.CANCELLED) {
                campaign = move(campaign, CampaignState.RUNNING);
            }
            return campaign.state() == state ? campaign : move(campaign, state);
        }
    }

    @Nested
    @DisplayName("Progress")
    class Counting {
        @Test
        @DisplayName("counts rows and where their messages stand")
        void counted() {
            NumberAssignment line = line(ann);
            Campaign campaign = running(5);
            List<Feed> feeds = of(campaign, feed(4));
            assertThat(feeds).hasSize(4);
            var one = enqueue(line, feeds.get(0));
            var two = enqueue(line, feeds.get(1));
            store().campaigns().handedOver(feeds.get(0), one.id());
            store().campaigns().handedOver(feeds.get(1), two.id());
            store().campaigns().refused(feeds.get(2), Problem.INVALID_ADDRESS, "No number.");
            store().outbox().cancel(ann, two.id(), in(1));

            assertThat(progress(campaign))
                    .isEqualTo(new CampaignProgress(
                            5, 2, 1, Map.of(MessageStatus.QUEUED, 1L, MessageStatus.CANCELLED, 1L)));
        }
    }
}
