package io.smsmessenger.jpa;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.CampaignStore.Swept;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends campaigns that are over, and calls back what cancelled ones left in the outbox, message by message. */
final class CampaignSweep {
    private static final int PORTION = 200;
    private static final String WAITS = "(exists (select r.ordinal from SmsCampaignRecipient r"
            + " where r.campaignId = c.id and r.state in ('WAITING', 'LEASED'))"
            + " or exists (select o.messageId from SmsOutbox o where o.campaignId = c.id"
            + " and o.state in " + CampaignRows.ON_THEIR_WAY + "))";
    private static final String OVER = "select c.id from SmsCampaign c where c.state = 'RUNNING'"
            + " and (c.sendAt is null or c.sendAt <= ?1) and not " + WAITS + " order by c.id";
    private static final String STILL_WAITS = "select c.id from SmsCampaign c where c.id = ?1 and " + WAITS;
    private static final String FINISH =
            "update SmsCampaign c set c.state = 'FINISHED', c.finishedAt = ?2 where c.id = ?1";
    /** Of one that is unknown a copy may be out: it cannot be called back, and must not fill the portion. */
    private static final String LEFT = "select o.messageId, c.owner from SmsCampaign c, SmsOutbox o, SmsMessage m"
            + " where c.state = 'CANCELLED' and c.swept = false and o.campaignId = c.id"
            + " and o.state in ('READY', 'CLAIMED') and m.id = o.messageId and m.status <> 'UNKNOWN' order by o.messageId";

    private static final String GONE = "select c.id from SmsCampaign c where c.state = 'CANCELLED' and c.swept = false"
            + " and not exists (select o.messageId from SmsOutbox o where o.campaignId = c.id)"
            + " and not exists (select r.ordinal from SmsCampaignRecipient r"
            + " where r.campaignId = c.id and r.state = 'LEASED' and r.leaseUntil > ?1) order by c.id";
    private static final String SWEPT = "update SmsCampaign c set c.swept = true where c.id = ?1";

    private CampaignSweep() {}

    static Swept sweep(Transactions transactions, Instant now) {
        List<Campaign> finished = new ArrayList<>();
        for (long id : ids(transactions, OVER, now)) {
            transactions.own(tx -> finish(tx, id, now)).ifPresent(finished::add);
        }
        // What can still come into the outbox by somebody's hand keeps its campaign in view.
        for (long id : ids(transactions, GONE, now)) {
            transactions.own(tx -> tx.change(SWEPT, id));
        }
        List<StatusChange> cancelled = new ArrayList<>();
        for (Row row : transactions.own(tx -> tx.read(PORTION, LEFT))) {
            MessageId message = new MessageId(row.number());
            UserId owner = new UserId(row.text());
            transactions.own(tx -> ByHand.cancel(tx, owner, message, now)).ifPresent(cancelled::add);
        }
        return new Swept(finished, cancelled);
    }

    private static List<Long> ids(Transactions transactions, String jpql, Instant now) {
        return transactions.own(tx -> tx.read(PORTION, jpql, Times.micros(now)).stream()
                .map(Row::number)
                .toList());
    }

    /** Under the lock that adding takes, too: nobody is added to what ends at the same time. */
    private static Optional<Campaign> finish(Tx tx, long id, Instant now) {
        return CampaignRows.lockedUnlessHeld(tx, id)
                .filter(campaign -> campaign.state() == CampaignState.RUNNING)
                .filter(campaign -> tx.readOne(STILL_WAITS, id).isEmpty())
                .flatMap(campaign -> {
                    tx.change(FINISH, id, Times.micros(now));
                    return CampaignRows.find(tx, campaign.owner(), campaign.id());
                });
    }
}
