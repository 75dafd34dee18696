package io.smsmessenger.jpa;

import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient.State;
import io.smsmessenger.model.MessageStatus;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts how far a campaign has come. */
final class CampaignCounts {
    private static final String ROWS =
            "select r.state, count(r.ordinal) from SmsCampaignRecipient r where r.campaignId = ?1 group by r.state";
    private static final String MESSAGES = "select m.status, count(m.id) from SmsCampaignRecipient r, SmsMessage m"
            + " where r.campaignId = ?1 and m.id = r.messageId group by m.status";

    private CampaignCounts() {}

    static CampaignProgress progress(Tx tx, CampaignId id) {
        Map<String, Long> rows = new HashMap<>();
        tx.read(ROWS, id.value()).forEach(row -> rows.put(row.text(), row.number()));
        Map<MessageStatus, Long> messages = new EnumMap<>(MessageStatus.class);
        tx.read(MESSAGES, id.value()).forEach(row -> messages.put(row.word(MessageStatus.class), row.number()));
        long waiting = rows.getOrDefault(State.WAITING.name(), 0L) + rows.getOrDefault(CampaignRows.LEASED, 0L);
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        return new CampaignProgress(all, waiting, rows.getOrDefault(State.REFUSED.name(), 0L), messages);
    }
}
