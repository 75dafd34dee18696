package io.smsmessenger.memory;

import io.smsmessenger.memory.Departure.State;
import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.CampaignStore;
import io.smsmessenger.store.Feed;
import io.smsmessenger.store.NewCampaign;
import io.smsmessenger.store.OutboxStore;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

final class Campaigns implements CampaignStore {
    private static final int PORTION = 200;

    private final Tables tables;
    private final OutboxStore outbox;
    private final Turns turns = new Turns();

    Campaigns(Tables tables, OutboxStore outbox) {
        this.tables = tables;
        this.outbox = outbox;
    }

    @Override
    public Campaign create(NewCampaign campaign) {
        return tables.atomically(() -> {
            CampaignRow row = new CampaignRow(new CampaignId(tables.nextId()), campaign);
            tables.campaigns.put(row.place().id(), row);
            return row.snapshot();
        });
    }

    @Override
    public Optional<Integer> add(UserId owner, CampaignId id, List<Recipient> recipients) {
        return tables.atomically(() -> row(owner, id)
                .filter(row -> row.state() != CampaignState.CANCELLED && row.state() != CampaignState.FINISHED)
                .map(row -> Math.toIntExact(recipients.stream().filter(row::add).count())));
    }

    @Override
    public Optional<Campaign> find(UserId owner, CampaignId id) {
        return tables.atomically(() -> row(owner, id).map(CampaignRow::snapshot));
    }

    @Override
    public Page<Campaign> page(UserId owner, PageRequest page) {
        return tables.atomically(() -> {
            List<CampaignRow> owned = tables.campaigns.values().stream()
                    .filter(row -> row.made().owner().equals(owner))
                    .toList();
            return Pages.cut(owned, CampaignRow::place, Pages.NEWEST_FIRST, page)
                    .map(CampaignRow::snapshot);
        });
    }

    @Override
    public Optional<Page<CampaignRecipient>> recipients(UserId owner, CampaignId id, PageRequest page) {
        return tables.atomically(() -> row(owner, id)
                .map(row -> Pages.cut(row.recipients(), RecipientRow::place, Pages.FIRST_MADE_FIRST, page)
                        .map(RecipientRow::snapshot)));
    }

    @Override
    public Optional<CampaignProgress> progress(UserId owner, CampaignId id) {
        return tables.atomically(() -> row(owner, id).map(row -> {
            Map<MessageStatus, Long> messages = new EnumMap<>(MessageStatus.class);
            long refused = 0;
            for (RecipientRow recipient : row.recipients()) {
                if (recipient.message() != null) {
                    messages.merge(
                            Objects.requireNonNull(tables.messages.get(recipient.message()))
                                    .status(),
                            1L,
                            Long::sum);
                }
                refused += recipient.state() == CampaignRecipient.State.REFUSED ? 1 : 0;
            }
            return new CampaignProgress(row.recipients().size(), row.waiting().size(), refused, messages);
        }));
    }

    @Override
    public Optional<Campaign> move(UserId owner, CampaignId id, CampaignState to, Instant now) {
        return tables.atomically(
                () -> row(owner, id).filter(row -> row.state().mayBecome(to)).map(row -> {
                    row.move(to, now);
                    return row.snapshot();
                }));
    }

    @Override
    public List<Feed> feed(int limit, int backlog, Instant now, Duration lease) {
        return tables.atomically(() -> {
            List<Long> running = Stream.concat(
                            tables.campaigns.tailMap(turns.served(), false).values().stream(),
                            tables.campaigns.headMap(turns.served(), true).values().stream())
                    .filter(row -> row.hasStarted(now))
                    .map(row -> row.place().id())
                    .toList();
            return turns.share(
                    running,
                    limit,
                    (id, share) -> take(
                            Objects.requireNonNull(tables.campaigns.get(id)), share, backlog, now, now.plus(lease)));
        });
    }

    private static List<Feed> take(CampaignRow row, int share, int backlog, Instant now, Instant until) {
        List<RecipientRow> free =
                row.waiting().stream().filter(each -> !each.leased(now)).toList();
        int inHand = row.waiting().size() - free.size();
        int room = Math.max(0, backlog - inHand - row.onTheirWay());
        List<RecipientRow> taken = free.subList(0, Math.min(free.size(), Math.min(share, room)));
        taken.forEach(each -> each.lease(until));
        return taken.stream()
                .map(each -> new Feed(each.number(), row.snapshot(), each.recipient()))
                .toList();
    }

    @Override
    public void handedOver(Feed feed, MessageId message) {
        tables.atomically(() -> {
            CampaignRow row = row(feed);
            RecipientRow recipient = row.recipient(feed.rowId());
            recipient.handedOver(message);
            row.waitsNoMore(recipient);
            return feed;
        });
    }

    @Override
    public void refused(Feed feed, Problem problem, String detail) {
        tables.atomically(() -> {
            CampaignRow row = row(feed);
            RecipientRow recipient = row.recipient(feed.rowId());
            recipient.refused(problem, detail);
            row.waitsNoMore(recipient);
            return feed;
        });
    }

    @Override
    public Swept sweep(Instant now) {
        return tables.atomically(() -> {
            List<Campaign> finished = tables.campaigns.values().stream()
                    .filter(row -> row.isOver(now))
                    .map(row -> {
                        row.move(CampaignState.FINISHED, now);
                        return row.snapshot();
                    })
                    .toList();
            List<StatusChange> cancelled = tables.campaigns.values().stream()
                    .filter(row -> row.state() == CampaignState.CANCELLED)
                    .flatMap(row -> notYetGone(row).stream())
                    .limit(PORTION)
                    .flatMap(departure ->
                            outbox
                                    .cancel(
                                            departure.order().owner(),
                                            departure.message().id(),
                                            now)
                                    .stream())
                    .toList();
            return new Swept(finished, cancelled);
        });
    }

    private static List<Departure> notYetGone(CampaignRow row) {
        // Of one that is unknown a copy may be out: it cannot be called back, and must not fill the portion.
        return Stream.of(row.inOutbox().toArray(Departure[]::new))
                .filter(departure -> departure.message().status() != MessageStatus.UNKNOWN)
                .filter(departure -> departure.state() == State.READY || departure.state() == State.CLAIMED)
                .toList();
    }

    private Optional<CampaignRow> row(UserId owner, CampaignId id) {
        return Optional.ofNullable(tables.campaigns.get(id.value()))
                .filter(row -> row.made().owner().equals(owner));
    }

    private CampaignRow row(Feed feed) {
        return Objects.requireNonNull(tables.campaigns.get(feed.campaign().id().value()), "no such campaign");
    }
}
