package io.smsmessenger.contract;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.NewCampaign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** What contracts do that text to many; feeding is shared by all, so a test ends the campaigns that it began. */
public abstract class CampaignContractBase extends SendingContractBase {
    protected static final int BACKLOG = 1000;

    protected final UserId ann = user("ann");
    private final List<Campaign> made = new ArrayList<>();

    @AfterEach
    void end() {
        made.forEach(each -> store().campaigns().move(each.owner(), each.id(), CampaignState.CANCELLED, now));
    }

    protected NewCampaign plan(UserId owner, String name) {
        return new NewCampaign(owner, name, Content.text("Hi {{name}}"), null, null, null, null, now);
    }

    protected Campaign campaign(UserId owner, String name) {
        return create(plan(owner, name));
    }

    protected Campaign create(NewCampaign plan) {
        Campaign campaign = store().campaigns().create(plan);
        made.add(campaign);
        return campaign;
    }

    /** A campaign of Ann's that runs, to so many numbers. */
    protected Campaign running(int recipients) {
        return running(campaign(ann, "News"), recipients);
    }

    protected Campaign running(Campaign campaign, int recipients) {
        store().campaigns().add(campaign.owner(), campaign.id(), people(recipients));
        return move(campaign, CampaignState.RUNNING);
    }

    protected Campaign move(Campaign campaign, CampaignState to) {
        return store().campaigns()
                .move(campaign.owner(), campaign.id(), to, now)
                .orElseThrow();
    }

    /** As it stands now. */
    protected Campaign reload(Campaign campaign) {
        return store().campaigns().find(campaign.owner(), campaign.id()).orElseThrow();
    }

    protected CampaignProgress progress(Campaign campaign) {
        return store().campaigns().progress(campaign.owner(), campaign.id()).orElseThrow();
    }

    protected static List<Recipient> people(int count) {
        return Stream.generate(() -> Recipient.to(number())).limit(count).toList();
    }

    protected List<CampaignRecipient> recipients(Campaign campaign) {
        return store().campaigns()
                .recipients(campaign.owner(), campaign.id(), PageRequest.first(200))
                .orElseThrow()
                .items();
    }

    protected List<Feed> feed(int limit) {
        return feed(limit, BACKLOG, now);
    }

    protected List<Feed> feed(int limit, int backlog, Instant at) {
        return store().campaigns().feed(limit, backlog, at, LEASE);
    }

    /** The row as a message in the outbox. */
    protected Message enqueue(NumberAssignment line, Feed feed) {
        return send(text(line, PhoneNumber.of(feed.recipient().to()))
                .bulk()
                .of(feed.campaign().id())
                .key(feed.clientKey()));
    }

    protected static List<Feed> of(Campaign campaign, List<Feed> feeds) {
        return feeds.stream()
                .filter(feed -> feed.campaign().id().equals(campaign.id()))
                .toList();
    }
}
