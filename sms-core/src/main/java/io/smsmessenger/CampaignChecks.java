package io.smsmessenger;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignDraft;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.NewCampaign;
import io.smsmessenger.text.PhoneNumbers;
import io.smsmessenger.text.Templates;
import io.smsmessenger.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a campaign must be like, told before anything is kept. */
final class CampaignChecks {
    private static final Duration FARTHEST = Duration.ofDays(365_250);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private CampaignChecks() {}

    static NewCampaign checked(House house, UserId owner, CampaignDraft draft) {
        String name = Fields.required("name", draft.name(), Campaign.MAX_NAME_LENGTH);
        String text = Texts.clean(draft.content().text());
        Content content = new Content(text, draft.content().media());
        if (content.isEmpty()) {
            throw new SmsException(Problem.EMPTY_MESSAGE, "Write a text or add media.");
        }
        if (text.length() > Campaigns.MAX_TEXT_LENGTH) {
            throw new SmsException(
                    Problem.INVALID_FIELD,
                    "The text has at most " + Campaigns.MAX_TEXT_LENGTH + " characters: shorten it.");
        }
        // Only looked at: which of them have values is asked for each recipient.
        Templates.placeholders(text);
        requireOwn(house, owner, draft.from());
        Instant sendAt = exact(draft.sendAt());
        Instant validUntil = exact(draft.validUntil());
        requireTimes(house.now(), sendAt, validUntil);
        return new NewCampaign(
                owner,
                name,
                content,
                draft.from(),
                sendAt,
                sendAt == null ? null : draft.zone(),
                validUntil,
                house.now());
    }

    static List<Recipient> checked(List<Recipient> recipients) {
        if (recipients.size() > Campaigns.MAX_RECIPIENTS_A_CALL) {
            throw new SmsException(
                    Problem.INVALID_FIELD,
                    "One call adds at most " + Campaigns.MAX_RECIPIENTS_A_CALL
                            + " recipients: add the rest by further calls.");
        }
        List<Recipient> checked = new ArrayList<>(recipients.size());
        for (Recipient recipient : recipients) {
            Map<String, String> fields = new HashMap<>();
            int length = 0;
            for (Map.Entry<String, String> field : recipient.fields().entrySet()) {
                length += field.getKey().length() + field.getValue().length();
                fields.put(Texts.clean(field.getKey()), Texts.clean(field.getValue()));
            }
            if (length > Recipient.MAX_FIELDS_LENGTH) {
                throw new SmsException(
                        Problem.INVALID_FIELD,
                        "The fields of recipient " + (checked.size() + 1) + " have more than "
                                + Recipient.MAX_FIELDS_LENGTH + " characters: leave some out.");
            }
            checked.add(new Recipient(spelling(recipient.to()), fields));
        }
        return checked;
    }

    static void requireTimeLeft(Campaign campaign, Instant now) {
        Instant last = campaign.validUntil();
        if (last != null && !last.isAfter(now)) {
            throw new SmsException(
                    Problem.INVALID_TIME, "The campaign was to leave by a time that is over: make a new one.");
        }
    }

    static SmsException wrongState(Campaign campaign) {
        return new SmsException(
                Problem.WRONG_STATE,
                switch (campaign.state()) {
                    case DRAFT -> "The campaign was not started yet: start it first.";
                    case RUNNING -> "The campaign runs already: pause or cancel it, or let it end.";
                    case PAUSED -> "The campaign is paused: resume or cancel it.";
                    case CANCELLED, FINISHED -> "The campaign has ended: make a new one.";
                });
    }

    private static String spelling(String to) {
        String clean = Texts.cut(Texts.clean(to.strip()), Recipient.MAX_TO_LENGTH);
        try {
            return PhoneNumbers.parse(clean, null).value();
        } catch (SmsException unreadable) {
            // Its own row will say why.
            return clean;
        }
    }

    private static void requireOwn(House house, UserId owner, @Nullable PhoneNumber from) {
        if (from != null
                && house.store().numbers().ownedBy(owner).stream()
                        .noneMatch(each -> each.number().equals(from))) {
            throw new SmsException(Problem.NUMBER_NOT_AVAILABLE, "Text from one of your own numbers: see your list.");
        }
    }

    private static void requireTimes(Instant now, @Nullable Instant sendAt, @Nullable Instant validUntil) {
        Instant start = sendAt == null ? now : sendAt;
        if (start.isBefore(now)) {
            throw new SmsException(Problem.INVALID_TIME, "The time to start at is over already.");
        }
        if (start.isAfter(now.plus(FARTHEST))) {
            throw new SmsException(Problem.INVALID_TIME, "A campaign can wait for a thousand years at most.");
        }
        if (validUntil != null && (!validUntil.isAfter(start) || validUntil.isAfter(start.plus(LONGEST_LIFE)))) {
            throw new SmsException(
                    Problem.INVALID_TIME, "The last moment is after the start, and no more than ten years after it.");
        }
    }

    private static @Nullable Instant exact(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
