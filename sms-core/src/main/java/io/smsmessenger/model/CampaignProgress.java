package io.smsmessenger.model;

import java.util.Map;

/**
 * How far a campaign has come, counted when asked.
 *
 * @param recipients how many there are
 * @param waiting how many were not handed over yet
 * @param refused how many cannot be texted
 * @param messages how many messages stand where
 */
public record CampaignProgress(long recipients, long waiting, long refused, Map<MessageStatus, Long> messages) {
    public CampaignProgress {
        messages = Map.copyOf(messages);
    }
}
