package io.smsmessenger.sending;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.model.Verdict.Refusal;
import io.smsmessenger.provider.SmsProvider;
import java.net.URI;
import java.util.Optional;

/** What can be wrong with what a draft says. */
final class Contents {
    /** Telnyx takes addresses of 2,000 characters (code 10003), and nobody needs longer ones. */
    private static final int LONGEST_URL = 2000;

    private Contents() {}

    static Optional<Refusal> problem(Content content, SmsProvider provider, SegmentCount segments) {
        if (content.isEmpty()) {
            return Optional.of(new Refusal(Problem.EMPTY_MESSAGE, "Write a text or add media."));
        }
        if (segments.parts() > provider.maxParts()) {
            return Optional.of(new Refusal(
                    Problem.MESSAGE_TOO_LONG,
                    "The text takes " + segments.parts() + " parts as " + segments.encoding() + "; at most "
                            + provider.maxParts() + " can be sent. Shorten it."));
        }
        if (content.media().size() > provider.maxMedia()) {
            return Optional.of(new Refusal(
                    Problem.INVALID_MEDIA, "At most " + provider.maxMedia() + " media can be sent with one message."));
        }
        return content.media().stream().allMatch(Contents::fetchable)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.INVALID_MEDIA, "The carrier fetches media itself: give absolute https addresses."));
    }

    private static boolean fetchable(URI media) {
        return "https".equalsIgnoreCase(media.getScheme())
                && media.getHost() != null
                && media.getUserInfo() == null
                && media.toString().length() <= LONGEST_URL;
    }
}
