package io.smsmessenger.jpa;

import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.Recipient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds recipients under the campaign's lock: so nobody else adds any, and their places are the order they came in. */
final class CampaignInserts {
    private static final int PORTION = 500;
    private static final String INSERT =
            Columns.of("campaignId ordinal address fields state").insertInto("sms_campaign_recipient");
    private static final String COUNT = "select c.recipients from sms_campaign c where c.id = ?";
    private static final String ADDED =
            "select count(r.ordinal) from SmsCampaignRecipient r where r.campaignId = ?1 and r.ordinal > ?2";
    private static final String COUNTED = "update SmsCampaign c set c.recipients = ?2 where c.id = ?1";
    private static final String KNOWN =
            "select r.address from sms_campaign_recipient r where r.campaign_id = ? and r.address in (%s)";

    /** What a transaction that keeps to its first view does not know of; its place stays empty then. */
    private static final String UNSEEN = " on duplicate key update ordinal = ordinal";

    private CampaignInserts() {}

    static int add(Tx tx, CampaignId id, List<Recipient> recipients) {
        Map<String, Recipient> wanted = new LinkedHashMap<>();
        recipients.forEach(recipient -> wanted.putIfAbsent(recipient.to(), recipient));
        List<Recipient> each = List.copyOf(wanted.values());
        long before =
                tx.selectOne(COUNT + tx.current(), id.value()).orElseThrow().number();
        long last = before;
        for (int from = 0; from < each.size(); from += PORTION) {
            last = add(tx, id, each.subList(from, Math.min(each.size(), from + PORTION)), last);
        }
        tx.change(COUNTED, id.value(), last);
        return Math.toIntExact(
                tx.readOne(ADDED, id.value(), before).orElseThrow().number());
    }

    private static long add(Tx tx, CampaignId id, List<Recipient> portion, long last) {
        Set<String> known = known(tx, id, portion);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Recipient recipient : portion) {
            if (!known.contains(recipient.to())) {
                rows.add(new @Nullable Object[] {
                    id.value(),
                    last + rows.size() + 1,
                    recipient.to(),
                    SettingsText.write(recipient.fields()),
                    CampaignRecipient.State.WAITING
                });
            }
        }
        tx.executeAll(tx.vendor().countsBlocksInTable() ? INSERT + UNSEEN : INSERT, rows);
        return last + rows.size();
    }

    /**
     * Who is there already, as far as this transaction sees. A look that locked would, where what is absent is locked as
     * well, let two campaigns' transactions wait for each other.
     */
    private static Set<String> known(Tx tx, CampaignId id, List<Recipient> portion) {
        List<Object> parameters = new ArrayList<>(List.of(id.value()));
        portion.forEach(recipient -> parameters.add(recipient.to()));
        Set<String> known = new HashSet<>();
        tx.select(KNOWN.formatted(Statements.marks(portion.size())), parameters.toArray())
                .forEach(row -> known.add(row.text()));
        return known;
    }
}
