package io.smsmessenger.jpa;

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
import io.smsmessenger.store.CampaignStore;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.store.NewCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts to many. */
final class JpaCampaigns implements CampaignStore {
    private static final String INSERT = Columns.of(
                    "id owner name body media phone state sendAt sendZone validUntil" + " createdAt recipients swept")
            .insertInto("sms_campaign");
    private static final String MOVE = "update SmsCampaign c set c.state = ?2, c.finishedAt = ?3 where c.id = ?1";
    private static final String RECIPIENTS =
            "select " + CampaignRows.RECIPIENT.jpql("r") + " from SmsCampaignRecipient r where r.campaignId = ?1";

    private final Transactions transactions;
    private final CampaignFeeding feeding;

    JpaCampaigns(Transactions transactions) {
        this.transactions = transactions;
        this.feeding = new CampaignFeeding(transactions);
    }

    @Override
    public Campaign create(NewCampaign wanted) {
        return transactions.join(tx -> {
            CampaignId id = new CampaignId(tx.nextId());
            tx.execute(
                    INSERT,
                    id.value(),
                    wanted.owner().value(),
                    wanted.name(),
                    wanted.content().text(),
                    CampaignRows.text(wanted.content().media()),
                    wanted.from() == null ? null : wanted.from().value(),
                    CampaignState.DRAFT,
                    Times.microsOrNull(wanted.sendAt()),
                    wanted.zone() == null ? null : wanted.zone().getId(),
                    Times.microsOrNull(wanted.validUntil()),
                    Times.micros(wanted.at()),
                    0L,
                    false);
            return CampaignRows.find(tx, wanted.owner(), id).orElseThrow();
        });
    }

    @Override
    public Optional<Integer> add(UserId owner, CampaignId id, List<Recipient> recipients) {
        return transactions.join(tx -> owned(tx, owner, id)
                .filter(campaign -> campaign.state().mayBecome(CampaignState.CANCELLED))
                .map(campaign -> CampaignInserts.add(tx, id, recipients)));
    }

    @Override
    public Optional<Campaign> find(UserId owner, CampaignId id) {
        return transactions.join(tx -> CampaignRows.find(tx, owner, id));
    }

    @Override
    public Page<Campaign> page(UserId owner, PageRequest request) {
        Keyset place = Pages.place(request);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(owner.value());
        if (place != null) {
            parameters.add(Times.micros(place.at()));
            parameters.add(place.id());
        }
        String jpql = CampaignRows.SELECT + " where c.owner = ?1" + Pages.descending(request, "c.createdAt", "c.id", 2);
        return transactions.join(tx -> Pages.cut(
                request,
                tx.read(request.limit() + 1, jpql, parameters.toArray()).stream()
                        .map(CampaignRows::campaign)
                        .toList(),
                campaign -> new Keyset(campaign.createdAt(), campaign.id().value())));
    }

    @Override
    public Optional<Page<CampaignRecipient>> recipients(UserId owner, CampaignId id, PageRequest request) {
        Keyset place = Pages.place(request);
        boolean backward = request.before() != null;
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(id.value());
        StringBuilder jpql = new StringBuilder(RECIPIENTS);
        if (place != null) {
            parameters.add(place.id());
            jpql.append(backward ? " and r.ordinal < ?2" : " and r.ordinal > ?2");
        }
        jpql.append(backward ? " order by r.ordinal desc" : " order by r.ordinal");
        return transactions.join(tx -> CampaignRows.find(tx, owner, id)
                .map(campaign -> Pages.cut(
                                request,
                                tx.read(request.limit() + 1, jpql.toString(), parameters.toArray()).stream()
                                        .map(CampaignRows::numbered)
                                        .toList(),
                                row -> new Keyset(Instant.EPOCH, row.ordinal()))
                        .map(CampaignRows.Numbered::recipient)));
    }

    @Override
    public Optional<CampaignProgress> progress(UserId owner, CampaignId id) {
        return transactions.join(
                tx -> CampaignRows.find(tx, owner, id).map(campaign -> CampaignCounts.progress(tx, campaign.id())));
    }

    @Override
    public Optional<Campaign> move(UserId owner, CampaignId id, CampaignState to, Instant now) {
        return transactions.join(tx -> owned(tx, owner, id)
                .filter(campaign -> campaign.state().mayBecome(to))
                .flatMap(campaign -> {
                    Long end = to == CampaignState.CANCELLED ? Times.micros(now) : null;
                    tx.change(MOVE, id.value(), to.name(), end);
                    return CampaignRows.find(tx, owner, id);
                }));
    }

    /** Under its lock, so that what it is does not change meanwhile. */
    private static Optional<Campaign> owned(Tx tx, UserId owner, CampaignId id) {
        // Asked first: a stranger must not lock what is not theirs.
        return CampaignRows.find(tx, owner, id).flatMap(known -> CampaignRows.locked(tx, id));
    }

    @Override
    public List<Feed> feed(int limit, int backlog, Instant now, Duration lease) {
        return feeding.feed(limit, backlog, now, lease);
    }

    @Override
    public void handedOver(Feed feed, MessageId message) {
        transactions.own(tx -> CampaignFeeding.handedOver(tx, feed, message));
    }

    @Override
    public void refused(Feed feed, Problem problem, String detail) {
        transactions.own(tx -> CampaignFeeding.refused(tx, feed, problem, detail));
    }

    @Override
    public Swept sweep(Instant now) {
        return CampaignSweep.sweep(transactions, now);
    }
}
