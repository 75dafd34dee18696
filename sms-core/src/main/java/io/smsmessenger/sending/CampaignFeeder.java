package io.smsmessenger.sending;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Guarantee;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.store.CampaignStore;
import io.smsmessenger.store.CampaignStore.Swept;
import io.smsmessenger.store.Feed;
import io.smsmessenger.text.PhoneNumbers;
import io.smsmessenger.text.Redacted;
import io.smsmessenger.text.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the rows of running campaigns into messages, a portion at a time. Each row's message has a key that follows from
 * the row, so whatever breaks off in between, and whoever takes the row again, there is one message.
 */
public final class CampaignFeeder {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignFeeder.class);
    private static final int PORTION = 100;
    private static final int MOST_PORTIONS = 50;

    /** Where a campaign has a last moment, that decides alone. */
    private static final Duration LONG = Duration.ofDays(3650);

    /** What is no fault of the recipient's and can be put right: the row waits. */
    private static final Set<Problem> PASSING =
            Set.of(Problem.LIMIT_REACHED, Problem.NO_NUMBER, Problem.NUMBER_WITHOUT_PROFILE, Problem.PROFILE_DISABLED);

    private final SendingParts parts;
    private final CampaignStore campaigns;
    private final Outgoing outgoing;

    public CampaignFeeder(SendingParts parts, Outgoing outgoing) {
        this.parts = parts;
        this.campaigns = parts.store().campaigns();
        this.outgoing = outgoing;
    }

    /** Hands over what there is room for, and ends what is over; leaves the rest as soon as it is told to stop. */
    public void feed(BooleanSupplier stopped) {
        boolean more = true;
        for (int i = 0; more && i < MOST_PORTIONS; i++) {
            List<Feed> rows = campaigns.feed(
                    PORTION,
                    parts.settings().campaignBacklog(),
                    Micros.now(parts.clock()),
                    parts.settings().lease());
            more = !rows.isEmpty();
            for (Feed row : rows) {
                if (stopped.getAsBoolean()) {
                    // Its lease hands it to another node, or to this one after its next start.
                    return;
                }
                // After trouble the portion is finished, and the next one waits for the next look.
                more &= took(row);
            }
        }
        Swept swept = campaigns.sweep(Micros.now(parts.clock()));
        swept.finished()
                .forEach(campaign -> parts.events()
                        .accept(new SmsEvent.CampaignChanged(
                                campaign.owner(), parts.clock().instant(), campaign)));
        swept.cancelled()
                .forEach(change -> parts.events()
                        .accept(Changes.event(change, parts.clock().instant())));
    }

    /** Whether the row is done with; one that is not is taken again once its lease ran out. */
    private boolean took(Feed row) {
        try {
            return handOver(row);
        } catch (RuntimeException trouble) {
            LOG.warn(
                    "a row of {} could not be handed over, and will be tried again: {}",
                    row.campaign().id(),
                    trouble.getClass().getName());
            LOG.debug("a row of {} failed", row.campaign().id(), Redacted.of(trouble));
            return false;
        }
    }

    private boolean handOver(Feed row) {
        Message message;
        try {
            message = outgoing.send(
                    row.campaign().owner(), draft(row), row.campaign().id());
        } catch (SmsException refused) {
            if (PASSING.contains(refused.problem())) {
                return false;
            }
            campaigns.refused(row, refused.problem(), refused.detail());
            return true;
        }
        campaigns.handedOver(row, message.id());
        return true;
    }

    /** The same for a row whenever it is made, so that its key always comes with the same message. */
    private static Draft draft(Feed row) {
        Campaign campaign = row.campaign();
        PhoneNumber to = PhoneNumbers.parse(row.recipient().to(), null);
        String text = Templates.fill(campaign.content().text(), row.recipient().fields());
        return new Draft(
                to,
                new Content(text, campaign.content().media()),
                campaign.from(),
                row.clientKey(),
                null,
                null,
                campaign.validUntil() == null ? Campaign.DEFAULT_TIME_TO_LIVE : LONG,
                campaign.validUntil(),
                Guarantee.AT_MOST_ONCE);
    }
}
