package io.smsmessenger.model;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text to many that is to be made: what it says, and if it matters from which number and when.
 *
 * @param name as the user calls it, 1 to {@link Campaign#MAX_NAME_LENGTH} characters
 * @param content what it says; {@code {{name}}} stands for the recipient's field of that name
 * @param from the user's number to send from; null lets us choose for each recipient
 * @param sendAt when it starts to leave; null as soon as it runs
 * @param zone the time zone that {@code sendAt} was said in, if it was
 * @param validUntil after when none of its texts leaves any more; null {@link Campaign#DEFAULT_TIME_TO_LIVE} after
 *     each was handed over or, where the recipient has quiet hours then, after these
 */
public record CampaignDraft(
        String name,
        Content content,
        @Nullable PhoneNumber from,
        @Nullable Instant sendAt,
        @Nullable ZoneId zone,
        @Nullable Instant validUntil) {
    public static CampaignDraft of(String name, String text) {
        return new CampaignDraft(name, Content.text(text), null, null, null, null);
    }

    public CampaignDraft media(List<URI> media) {
        return new CampaignDraft(name, new Content(content.text(), media), from, sendAt, zone, validUntil);
    }

    public CampaignDraft from(PhoneNumber number) {
        return new CampaignDraft(name, content, number, sendAt, zone, validUntil);
    }

    public CampaignDraft sendAt(Instant instant) {
        return new CampaignDraft(name, content, from, instant, null, validUntil);
    }

    /** To leave when clocks in that zone show this time, as {@link Draft#sendAt(LocalDateTime, ZoneId)} reads it. */
    public CampaignDraft sendAt(LocalDateTime time, ZoneId where) {
        return new CampaignDraft(name, content, from, time.atZone(where).toInstant(), where, validUntil);
    }

    public CampaignDraft validUntil(Instant instant) {
        return new CampaignDraft(name, content, from, sendAt, zone, instant);
    }

    @Override
    public String toString() {
        return "CampaignDraft[" + content + "]";
    }
}
