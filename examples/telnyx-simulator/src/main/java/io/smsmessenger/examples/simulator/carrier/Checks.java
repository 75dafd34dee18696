package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Content;
import io.smsmessenger.examples.simulator.state.OptOut;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import io.smsmessenger.examples.simulator.state.Profile;
import io.smsmessenger.examples.simulator.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reasons for which this carrier refuses a send on the spot. */
final class Checks {
    private static final int URL_LIMIT = 2000;
    private static final int PARTS_LIMIT = 10;
    private static final int MEDIA_LIMIT = 10;
    private static final int RECOMMENDED_PARTS = 4;
    private static final Duration EARLIEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(5);

    private final Store store;

    Checks(Store store) {
        this.store = store;
    }

    String recipient(Draft draft) {
        String to = draft.to();
        if (to == null || to.isEmpty()) {
            throw new Refusal(Failure.MISSING_PARAMETER, "The 'to' parameter is required.", "/to");
        }
        if (!Countries.isE164(to)) {
            throw new Refusal(Failure.NOT_E164, "The 'to' address is not in +E.164 format.", "/to");
        }
        if (!Countries.isPossible(to) || to.equals(draft.from())) {
            throw new Refusal(Failure.INVALID_TO, "The 'to' address is not a valid destination.", "/to");
        }
        return to;
    }

    String sender(Draft draft) {
        String from = draft.from();
        if (from == null || from.isEmpty()) {
            return fromPool(draft.profileId());
        }
        String profileId = store.numbers().get(from).map(OwnNumber::profileId).orElse(null);
        if (profileId == null
                || (draft.profileId() != null && !draft.profileId().equals(profileId))) {
            throw new Refusal(Failure.INVALID_FROM, "The 'from' address is not on the messaging profile.", "/from");
        }
        return from;
    }

    private String fromPool(@Nullable String profileId) {
        if (profileId == null) {
            throw new Refusal(Failure.MISSING_PARAMETER, "The 'from' parameter is required.", "/from");
        }
        return store.numbers().all().stream()
                .filter(number -> profileId.equals(number.profileId()))
                .map(OwnNumber::phoneNumber)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(Failure.EMPTY_POOL, "The profile has no usable number.", "/messaging_profile_id"));
    }

    Profile profile(String from) {
        Profile profile = store.numbers()
                .get(from)
                .map(OwnNumber::profileId)
                .flatMap(store.profiles()::get)
                .orElseThrow(() -> new Refusal(Failure.INVALID_FROM, "The profile does not exist.", "/from"));
        if (!profile.enabled()) {
            throw new Refusal(Failure.PROFILE_DISABLED, "The messaging profile is disabled.", "/from");
        }
        return profile;
    }

    void destination(Profile profile, String to) {
        if (!profile.allows(Countries.of(to))) {
            throw new Refusal(Failure.COUNTRY_NOT_ALLOWED, "The profile does not allow sends to this country.", "/to");
        }
    }

    Content content(Draft draft, Profile profile) {
        String text = Objects.requireNonNullElse(draft.text(), "");
        if (text.isEmpty() && draft.mediaUrls().isEmpty()) {
            throw new Refusal(Failure.NO_CONTENT, "The message has neither text nor media.", "/text");
        }
        if (draft.mediaUrls().size() > MEDIA_LIMIT) {
            throw new Refusal(Failure.TOO_MANY_MEDIA, "At most 10 media are possible.", "/media_urls");
        }
        if (Objects.equals(draft.type(), "SMS") && !draft.mediaUrls().isEmpty()) {
            throw new Refusal(Failure.SMS_AND_MMS, "An SMS cannot carry media.", "/type");
        }
        Segments segments = segments(text, draft.encoding(), profile);
        boolean sms = draft.mediaUrls().isEmpty();
        if (sms && segments.parts() > PARTS_LIMIT) {
            throw new Refusal(Failure.TOO_MANY_PARTS, "The message is longer than 10 parts.", "/text");
        }
        if (sms && draft.autoDetect() && segments.parts() > RECOMMENDED_PARTS) {
            throw new Refusal(Failure.LONGER_THAN_RECOMMENDED, "Shorten it or turn auto_detect off.", "/text");
        }
        return new Content(text, draft.subject(), draft.mediaUrls(), segments.encoding(), sms ? segments.parts() : 1);
    }

    private static Segments segments(String text, String encoding, Profile profile) {
        return switch (encoding) {
            case "ucs2" -> Segments.ucs2(text);
            case "gsm7" -> {
                Segments segments = Segments.of(text);
                if (!segments.encoding().equals("GSM-7")) {
                    throw new Refusal(Failure.MALFORMED, "The text cannot be encoded as GSM-7.", "/encoding");
                }
                yield segments;
            }
            default -> Segments.of(profile.smartEncoding() ? Segments.smart(text) : text);
        };
    }

    void webhooks(Draft draft) {
        for (String url : draft.hooks().urls()) {
            if (url.length() > URL_LIMIT) {
                throw new Refusal(Failure.URL_TOO_LONG, "A webhook URL is longer than 2000.", "/webhook_url");
            }
        }
    }

    void schedule(Draft draft, Instant now) {
        Instant due = draft.sendAt();
        if (due != null && (due.isBefore(now.plus(EARLIEST)) || due.isAfter(now.plus(LATEST)))) {
            throw new Refusal(Failure.MALFORMED, "send_at must be between 5 minutes and 5 days ahead.", "/send_at");
        }
    }

    void notStopped(Profile profile, String from, String to) {
        if (store.optOuts().get(OptOut.key(profile.id(), to)).isPresent()) {
            throw new Refusal(
                    Failure.STOPPED,
                    "Messages cannot be sent from '" + from + "' to '" + to + "' due to an existing block rule.",
                    null);
        }
    }
}
