package io.smsmessenger.jpa;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.UserId;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns rows into campaigns and recipients, and finds campaigns. */
final class CampaignRows {
    static final Columns COLUMNS =
            Columns.of("id owner name body media phone state sendAt sendZone validUntil createdAt finishedAt");
    static final Columns RECIPIENT = Columns.of("ordinal address fields state messageId problem detail");
    static final String SELECT = "select " + COLUMNS.jpql("c") + " from SmsCampaign c";

    /** A row that somebody has taken to hand it over; to everybody else it waits. */
    static final String LEASED = "LEASED";

    private static final String LOCK = "select " + COLUMNS.sql("c") + " from sms_campaign c where c.id = ? for update";

    private CampaignRows() {}

    static Optional<Campaign> find(Tx tx, UserId owner, CampaignId id) {
        return tx.readOne(SELECT + " where c.id = ?1 and c.owner = ?2", id.value(), owner.value())
                .map(CampaignRows::campaign);
    }

    static Optional<Campaign> locked(Tx tx, CampaignId id) {
        return tx.selectOne(LOCK, id.value()).map(CampaignRows::campaign);
    }

    /** The campaign under its lock; nothing if another holds it, for nobody is to wait here. */
    static Optional<Campaign> lockedUnlessHeld(Tx tx, long id) {
        return tx.selectOne(LOCK + " skip locked", id).map(CampaignRows::campaign);
    }

    static Campaign campaign(Row row) {
        CampaignId id = new CampaignId(row.number());
        UserId owner = new UserId(row.text());
        String name = row.text();
        Content content = new Content(row.text(), media(row.text()));
        String phone = row.textOrNull();
        CampaignState state = row.word(CampaignState.class);
        var sendAt = row.instantOrNull();
        String zone = row.textOrNull();
        return new Campaign(
                id,
                owner,
                name,
                content,
                phone == null ? null : new PhoneNumber(phone),
                state,
                sendAt,
                zone == null ? null : ZoneId.of(zone),
                row.instantOrNull(),
                row.instant(),
                row.instantOrNull());
    }

    static Recipient recipient(Row row) {
        return new Recipient(row.text(), SettingsText.read(row.text()));
    }

    static Numbered numbered(Row row) {
        long ordinal = row.number();
        Recipient recipient = recipient(row);
        String state = row.text();
        Long message = row.numberOrNull();
        return new Numbered(
                ordinal,
                new CampaignRecipient(
                        recipient,
                        LEASED.equals(state) ? CampaignRecipient.State.WAITING : CampaignRecipient.State.valueOf(state),
                        message == null ? null : new MessageId(message),
                        row.wordOrNull(Problem.class),
                        row.textOrNull()));
    }

    /** Addresses as one text, a line each: no address has a line break. */
    static String text(List<URI> media) {
        return media.stream().map(URI::toString).collect(Collectors.joining("\n"));
    }

    private static List<URI> media(String text) {
        return text.isEmpty() ? List.of() : text.lines().map(URI::create).toList();
    }

    /** A recipient with its place in the list. */
    record Numbered(long ordinal, CampaignRecipient recipient) {}
}
