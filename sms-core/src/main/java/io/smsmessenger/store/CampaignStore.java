package io.smsmessenger.store;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Texts to many: a campaign has one row per recipient, and each row becomes a message of its own in small portions, so
 * that the outbox stays short and a crash loses nothing. What a user does joins the caller's transaction; feeding
 * commits by itself. What is another's answers as what is absent.
 */
public interface CampaignStore {
    /** Keeps a new campaign, as a draft. */
    Campaign create(NewCampaign campaign);

    /**
     * Adds rows to a campaign that has not ended. A number that it has already, spelt alike, is not added again.
     *
     * @return how many are new; empty when the campaign is not the owner's, or has ended
     */
    Optional<Integer> add(UserId owner, CampaignId id, List<Recipient> recipients);

    Optional<Campaign> find(UserId owner, CampaignId id);

    /** Latest first. */
    Page<Campaign> page(UserId owner, PageRequest page);

    /** In the order in which they were added. */
    Optional<Page<CampaignRecipient>> recipients(UserId owner, CampaignId id, PageRequest page);

    Optional<CampaignProgress> progress(UserId owner, CampaignId id);

    /**
     * Moves a campaign if it {@link CampaignState#mayBecome may}: compare-and-set on its state.
     *
     * @return as it stands now; empty when it is not the owner's, or may not
     */
    Optional<Campaign> move(UserId owner, CampaignId id, CampaignState to, Instant now);

    /**
     * Takes up to {@code limit} rows, for one lease, of running campaigns whose start has come and that have less than
     * {@code backlog} messages in the outbox, unknown ones not counted; several campaigns in turn, so that a large one does
     * not starve a small one.
     */
    List<Feed> feed(int limit, int backlog, Instant now, Duration lease);

    /** The row has become this message; said again, it changes nothing. */
    void handedOver(Feed feed, MessageId message);

    /** The row cannot be texted. One that is a message already stays that. */
    void refused(Feed feed, Problem problem, String detail);

    /**
     * Ends what is over: running campaigns without a waiting row and without a message in the outbox, unknown ones not
     * counted, are finished, and messages of cancelled ones that have not passed the gate are cancelled, a portion at a time.
     */
    Swept sweep(Instant now);

    /**
     * What {@link #sweep} did.
     *
     * @param finished campaigns that are finished now
     * @param cancelled messages that were called back
     */
    record Swept(List<Campaign> finished, List<StatusChange> cancelled) {
        public Swept {
            finished = List.copyOf(finished);
            cancelled = List.copyOf(cancelled);
        }
    }
}
