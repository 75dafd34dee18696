package io.smsmessenger.sending;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.model.UserId;
import io.smsmessenger.model.Verdict;
import io.smsmessenger.model.Verdict.QuietTime;
import io.smsmessenger.model.Verdict.Refusal;
import io.smsmessenger.provider.Providers;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.store.SmsStore;
import io.smsmessenger.text.PhoneNumbers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says what would happen to a draft. Looks, and changes nothing. */
final class Judge {
    private final SmsStore store;
    private final Providers providers;
    private final SendingSettings settings;
    private final Senders senders;
    private final Limits limits;
    private final Waits waits;
    private final Prices prices;
    private final Clock clock;

    Judge(SendingParts parts) {
        this.store = parts.store();
        this.providers = parts.providers();
        this.settings = parts.settings();
        this.senders = new Senders(store);
        this.limits = new Limits(parts);
        this.waits = new Waits(parts);
        this.prices = parts.prices();
        this.clock = parts.clock();
    }

    Verdict judge(UserId owner, Draft draft, boolean bulk, Purpose purpose) {
        Instant now = Micros.now(clock);
        List<NumberAssignment> owned = store.numbers().ownedBy(owner);
        Optional<Senders.Sender> chosen = senders.choose(owner, draft, owned);
        Optional<NumberAssignment> sender = chosen.map(Senders.Sender::number);
        SmsProvider provider = sender.flatMap(each -> providers.of(each.accountId()))
                .orElseGet(() -> providers.byAccount().values().iterator().next());
        SegmentCount segments = provider.segments(draft.content().text());
        Optional<OptOut> optOut = optOut(owner, sender, draft.to());
        Waits.Wait wait = waits.of(draft, sender, bulk, purpose, now);

        List<Refusal> refusals = new ArrayList<>();
        senderProblem(draft, owned, sender).ifPresent(refusals::add);
        Contents.problem(draft.content(), provider, segments).ifPresent(refusals::add);
        if (purpose.isTimed()) {
            Departures.problem(draft, wait.departure(), now).ifPresent(refusals::add);
        }
        recipientProblem(draft.to()).ifPresent(refusals::add);
        optOut.map(Judge::optedOut).ifPresent(refusals::add);
        wait.quiet().flatMap(quiet -> quietProblem(quiet, bulk)).ifPresent(refusals::add);
        refusals.addAll(limits.refusals(owner, draft, bulk, purpose, now));
        Instant expires = Departures.expiry(draft, wait.departure());
        return new Verdict(
                refusals,
                sender.orElse(null),
                chosen.map(Senders.Sender::why).orElse(null),
                segments,
                purpose == Purpose.LOOK
                        ? sender.flatMap(from -> prices.estimate(from.number(), draft.to(), draft.content(), segments))
                                .orElse(null)
                        : null,
                optOut.orElse(null),
                wait.quiet().orElse(null),
                wait.holds(),
                refusals.isEmpty() && wait.leaves().isBefore(expires) ? wait.leaves() : null,
                expires);
    }

    private Optional<Refusal> senderProblem(
            Draft draft, Collection<NumberAssignment> owned, Optional<NumberAssignment> sender) {
        if (sender.isEmpty()) {
            return Optional.of(
                    owned.isEmpty() && draft.from() == null
                            ? new Refusal(Problem.NO_NUMBER, "Get a number first, then text from it.")
                            : new Refusal(
                                    Problem.NUMBER_NOT_AVAILABLE, "Text from one of your own numbers: see your list."));
        }
        Optional<MessagingProfile> profile = sender.map(NumberAssignment::profileId)
                .flatMap(id -> store.profiles().byId(id));
        if (profile.isEmpty()) {
            return Optional.of(new Refusal(
                    Problem.NUMBER_WITHOUT_PROFILE, "Put the number on a messaging profile, then it can send."));
        }
        return profile.get().enabled()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.PROFILE_DISABLED, "Enable the number's messaging profile, then it can send."));
    }

    private static Optional<Refusal> recipientProblem(Address to) {
        if (!to.answerable()) {
            return Optional.of(new Refusal(
                    Problem.RECIPIENT_NOT_ANSWERABLE, "Short codes and names can text you but take no answer."));
        }
        return PhoneNumbers.isPossible(to.value())
                ? Optional.empty()
                : Optional.of(
                        new Refusal(Problem.INVALID_ADDRESS, "No number of its country has this length: check it."));
    }

    private Optional<OptOut> optOut(UserId owner, Optional<NumberAssignment> sender, Address to) {
        Collection<ConsentScope> scopes = Scopes.of(
                settings.consentScopes(),
                owner,
                sender.map(NumberAssignment::profileId).orElse(null),
                sender.map(NumberAssignment::id).orElse(null));
        return scopes.isEmpty() ? Optional.empty() : store.consents().find(scopes, to);
    }

    private static Refusal optedOut(OptOut standing) {
        return new Refusal(
                Problem.RECIPIENT_OPTED_OUT,
                standing.source() == OptOut.Source.PERSON
                        ? "They do not want to be texted, and a person wrote that down: only a person can lift it."
                        : "They have opted out. They can be texted again once they have texted START.");
    }

    private Optional<Refusal> quietProblem(QuietTime quiet, boolean bulk) {
        return settings.quietHours()
                // A campaign has nobody to come back with it later.
                .filter(hours -> hours.mode() == QuietHours.Mode.REFUSE && !bulk)
                .map(hours -> new Refusal(
                        Problem.QUIET_HOURS, "They have quiet hours then: it may leave from " + quiet.until() + "."));
    }
}
