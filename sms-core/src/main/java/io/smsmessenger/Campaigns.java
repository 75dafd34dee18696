package io.smsmessenger;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignDraft;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A user's own texts to many: make one, add recipients, start it. Each recipient gets a message of their own, with a
 * conversation of its own, after all one-to-one texts; a recipient who cannot be texted is one refused row. Every method
 * answers {@code NOT_FOUND} for a campaign that is not theirs.
 */
public final class Campaigns {
    /** Most recipients that one call can add; a campaign can have any number. */
    public static final int MAX_RECIPIENTS_A_CALL = 10_000;

    /** Longest text with its placeholders, in characters. */
    public static final int MAX_TEXT_LENGTH = 10_000;

    private final House house;
    private final UserId owner;

    Campaigns(House house, UserId owner) {
        this.house = house;
        this.owner = owner;
    }

    /** Makes a campaign of a text with {@code {{placeholders}}}, from a number chosen for each recipient. */
    public Campaign create(String name, String text) {
        return create(CampaignDraft.of(name, text));
    }

    /**
     * Makes a campaign; nothing leaves before {@link #start}.
     *
     * @throws SmsException {@link Problem#INVALID_FIELD}, {@link Problem#EMPTY_MESSAGE}, {@link Problem#INVALID_TEMPLATE}
     *     when a placeholder is not closed, {@link Problem#INVALID_TIME} or {@link Problem#NUMBER_NOT_AVAILABLE}
     */
    public Campaign create(CampaignDraft draft) {
        return house.store().campaigns().create(CampaignChecks.checked(house, owner, draft));
    }

    /**
     * Adds recipients to a campaign that has not ended. A number that can be read is kept in E.164 form and goes once,
     * however often and in whatever spelling it is added; one that cannot is kept as written, and refused on its own once
     * its turn comes.
     *
     * @return how many are new
     * @throws SmsException {@link Problem#INVALID_FIELD} for more than {@value #MAX_RECIPIENTS_A_CALL} in one call, or
     *     fields of more than {@value Recipient#MAX_FIELDS_LENGTH} characters: nobody was added;
     *     {@link Problem#WRONG_STATE} when it has ended
     */
    public int add(CampaignId id, List<Recipient> recipients) {
        return house.store()
                .campaigns()
                .add(owner, id, CampaignChecks.checked(recipients))
                .orElseThrow(() -> CampaignChecks.wrongState(get(id)));
    }

    /** Latest first. */
    public Page<Campaign> list(PageRequest page) {
        return house.store().campaigns().page(owner, page);
    }

    public Optional<Campaign> find(CampaignId id) {
        return house.store().campaigns().find(owner, id);
    }

    public Campaign get(CampaignId id) {
        return find(id).orElseThrow(House.notFound());
    }

    /** In the order in which they were added. */
    public Page<CampaignRecipient> recipients(CampaignId id, PageRequest page) {
        return house.store().campaigns().recipients(owner, id, page).orElseThrow(House.notFound());
    }

    /** How far it has come; counted anew each time. */
    public CampaignProgress progress(CampaignId id) {
        return house.store().campaigns().progress(owner, id).orElseThrow(House.notFound());
    }

    /**
     * Lets a campaign leave, from its start time on.
     *
     * @throws SmsException {@link Problem#WRONG_STATE} when it was started before or has no recipients,
     *     {@link Problem#INVALID_TIME} when its last moment is over
     */
    public Campaign start(CampaignId id) {
        Campaign campaign = get(id);
        if (campaign.state() != CampaignState.DRAFT) {
            throw CampaignChecks.wrongState(campaign);
        }
        CampaignChecks.requireTimeLeft(campaign, house.now());
        if (recipients(id, PageRequest.first(1)).items().isEmpty()) {
            throw new SmsException(Problem.WRONG_STATE, "The campaign has no recipients: add some, then start it.");
        }
        return move(id, CampaignState.RUNNING);
    }

    /**
     * Holds a campaign: what no worker has claimed yet waits; what is claimed may still leave within half a lease.
     *
     * @throws SmsException {@link Problem#WRONG_STATE} when it does not run
     */
    public Campaign pause(CampaignId id) {
        return move(id, CampaignState.PAUSED);
    }

    /**
     * Lets a paused campaign go on.
     *
     * @throws SmsException {@link Problem#WRONG_STATE} when it is not paused
     */
    public Campaign resume(CampaignId id) {
        Campaign campaign = get(id);
        if (campaign.state() != CampaignState.PAUSED) {
            throw CampaignChecks.wrongState(campaign);
        }
        return move(id, CampaignState.RUNNING);
    }

    /**
     * Ends a campaign for good: what no worker has claimed yet is called back; what is claimed may still leave within half a
     * lease.
     *
     * @throws SmsException {@link Problem#WRONG_STATE} when it has ended
     */
    public Campaign cancel(CampaignId id) {
        return move(id, CampaignState.CANCELLED);
    }

    private Campaign move(CampaignId id, CampaignState to) {
        Campaign moved = house.store()
                .campaigns()
                .move(owner, id, to, house.now())
                .orElseThrow(() -> CampaignChecks.wrongState(get(id)));
        house.tell(new SmsEvent.CampaignChanged(owner, house.now(), moved));
        house.store().afterCommit(house.nudge());
        return moved;
    }
}
