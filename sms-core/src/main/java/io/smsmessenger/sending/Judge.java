package io.smsmessenger.sending;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.model.Verdict.Refusal;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.text.PhoneNumbers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what would happen to a draft. Looks, and changes nothing. */
final class Judge {
    private static final Duration FARTHEST = Duration.ofDays(365_250);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3653);

    /** Telnyx takes addresses of 2,000 characters (code 10003), and nobody needs longer ones. */
    private static final int LONGEST_URL = 2000;

    private final SmsStore store;
    private final Providers providers;
    private final SendingSettings settings;
    private final Senders senders;
    private final Clock clock;

    Judge(SendingParts parts) {
        this.store = parts.store();
        this.providers = parts.providers();
        this.settings = parts.settings();
        this.senders = new Senders(store);
        this.clock = parts.clock();
    }

    Verdict judge(UserId owner, Draft draft) {
        List<NumberAssignment> owned = store.numbers().ownedBy(owner);
        Optional<NumberAssignment> sender = senders.choose(owner, draft, owned);
        Optional<MessagingProfile> profile = sender.map(NumberAssignment::profileId)
                .flatMap(id -> store.profiles().byId(id));
        SmsProvider provider = sender.flatMap(each -> providers.of(each.accountId()))
                .orElseGet(() -> providers.byAccount().values().iterator().next());
        SegmentCount segments = provider.segments(draft.content().text());

        List<Refusal> refusals = new ArrayList<>();
        senderProblem(draft, owned, sender, profile).ifPresent(refusals::add);
        contentProblem(draft, provider, segments).ifPresent(refusals::add);
        timeProblem(draft).ifPresent(refusals::add);
        if (!draft.to().answerable()) {
            refusals.add(new Refusal(
                    Problem.RECIPIENT_NOT_ANSWERABLE, "Short codes and names can text you but take no answer."));
        } else if (!PhoneNumbers.isPossible(draft.to().value())) {
            refusals.add(new Refusal(Problem.INVALID_ADDRESS, "No number of its country has this length: check it."));
        } else if (sender.isPresent() && optedOut(owner, sender.get(), draft)) {
            refusals.add(new Refusal(
                    Problem.RECIPIENT_OPTED_OUT,
                    "They have opted out. They can be texted again once they have texted START."));
        }
        Instant leaves = draft.sendAt() == null ? clock.instant() : draft.sendAt();
        return new Verdict(
                refusals,
                sender.orElse(null),
                null,
                segments,
                null,
                null,
                null,
                List.of(),
                refusals.isEmpty() ? leaves : null,
                leaves.plus(draft.timeToLive()));
    }

    private static Optional<Refusal> senderProblem(
            Draft draft,
            List<NumberAssignment> owned,
            Optional<NumberAssignment> sender,
            Optional<MessagingProfile> profile) {
        if (sender.isEmpty()) {
            return Optional.of(
                    owned.isEmpty() && draft.from() == null
                            ? new Refusal(Problem.NO_NUMBER, "Get a number first, then text from it.")
                            : new Refusal(
                                    Problem.NUMBER_NOT_AVAILABLE, "Text from one of your own numbers: see your list."));
        }
        if (profile.isEmpty()) {
            return Optional.of(new Refusal(
                    Problem.NUMBER_WITHOUT_PROFILE, "Put the number on a messaging profile, then it can send."));
        }
        return profile.get().enabled()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.PROFILE_DISABLED, "Enable the number's messaging profile, then it can send."));
    }

    private static Optional<Refusal> contentProblem(Draft draft, SmsProvider provider, SegmentCount segments) {
        if (draft.content().isEmpty()) {
            return Optional.of(new Refusal(Problem.EMPTY_MESSAGE, "Write a text or add media."));
        }
        if (segments.parts() > provider.maxParts()) {
            return Optional.of(new Refusal(
                    Problem.MESSAGE_TOO_LONG,
                    "The text takes " + segments.parts() + " parts as " + segments.encoding() + "; at most "
                            + provider.maxParts() + " can be sent. Shorten it."));
        }
        if (draft.content().media().size() > provider.maxMedia()) {
            return Optional.of(new Refusal(
                    Problem.INVALID_MEDIA, "At most " + provider.maxMedia() + " media can be sent with one message."));
        }
        return draft.content().media().stream().allMatch(Judge::fetchable)
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

    private Optional<Refusal> timeProblem(Draft draft) {
        if (draft.timeToLive().isNegative() || draft.timeToLive().isZero()) {
            return Optional.of(new Refusal(Problem.INVALID_TIME, "The time to live is longer than nothing."));
        }
        if (draft.timeToLive().compareTo(LONGEST_LIFE) > 0 || isTooFar(draft.sendAt())) {
            return Optional.of(new Refusal(
                    Problem.INVALID_TIME,
                    "A message can wait for a thousand years at most, and live for ten from then on."));
        }
        return isPast(draft.sendAt())
                ? Optional.of(new Refusal(Problem.INVALID_TIME, "The time to send at is over already."))
                : Optional.empty();
    }

    private boolean isTooFar(@Nullable Instant sendAt) {
        return sendAt != null && sendAt.isAfter(clock.instant().plus(FARTHEST));
    }

    private boolean isPast(@Nullable Instant sendAt) {
        return sendAt != null && sendAt.isBefore(clock.instant());
    }

    private boolean optedOut(UserId owner, NumberAssignment sender, Draft draft) {
        return store.consents()
                .find(Scopes.of(settings.consentScopes(), owner, sender.profileId(), sender.id()), draft.to())
                .isPresent();
    }
}
