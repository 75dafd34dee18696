package io.smsmessenger;

import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.ProviderAccount;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.LaneStore.LaneState;
import io.smsmessenger.store.NumberStore.NewAssignment;
import io.smsmessenger.store.ProfileStore.NewProfile;
import io.smsmessenger.store.StatusChange;
import io.smsmessenger.store.Unresolved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What only those who run the application may do: give numbers to users, take them back, look at what belongs to nobody,
 * and decide what nobody else can. Hand it to no user.
 */
public final class Operator {
    private final House house;
    private final Map<String, ProviderAccount> accounts;

    Operator(House house, Map<String, ProviderAccount> accounts) {
        this.house = house;
        this.accounts = accounts;
    }

    /** The provider accounts of this node. */
    public List<ProviderAccount> accounts() {
        return List.copyOf(accounts.values());
    }

    /** Makes a profile that exists at the default account's provider a user's. */
    public MessagingProfile addProfile(UserId owner, String providerProfileId, String name) {
        return addProfile(ProviderAccount.DEFAULT, owner, providerProfileId, name);
    }

    /**
     * Makes a profile that exists at the provider a user's; enabled.
     *
     * @param account the reference of a provider account of this node
     * @param owner whose it becomes
     * @param providerProfileId the provider's id of it
     * @param name as the user shall see it
     */
    public MessagingProfile addProfile(String account, UserId owner, String providerProfileId, String name) {
        return house.store()
                .profiles()
                .add(new NewProfile(
                        owner,
                        account(account).id(),
                        Fields.required("provider's profile id", providerProfileId, UserId.MAX_LENGTH),
                        Fields.required("name", name, MessagingProfile.MAX_NAME_LENGTH),
                        true,
                        null,
                        null,
                        Map.of(),
                        house.now()));
    }

    /** Gives a number of the default account to a user, on a profile. */
    public NumberAssignment assign(PhoneNumber number, UserId owner, @Nullable ProfileId profile) {
        return assign(ProviderAccount.DEFAULT, number, owner, profile, null);
    }

    /**
     * Gives a number to a user: from now on what comes in for it is theirs, and only they can send from it.
     *
     * @param account the reference of a provider account of this node
     * @param number the number
     * @param owner whose it becomes
     * @param profile the profile it is on; without one it cannot send
     * @param label as the user shall see it
     * @throws SmsException {@link Problem#NUMBER_TAKEN} when another user owns it
     */
    public NumberAssignment assign(
            String account, PhoneNumber number, UserId owner, @Nullable ProfileId profile, @Nullable String label) {
        return house.store()
                .numbers()
                .assign(new NewAssignment(
                        number,
                        owner,
                        account(account).id(),
                        null,
                        Fields.optional("label", label, NumberAssignment.MAX_LABEL_LENGTH),
                        profile,
                        house.now()));
    }

    /** Takes a number back; its history stays with who owned it. Empty when nobody does. */
    public Optional<NumberAssignment> release(PhoneNumber number) {
        return house.store().numbers().release(number, house.now());
    }

    /** Who owns a number now. */
    public Optional<NumberAssignment> ownerOf(PhoneNumber number) {
        return house.store().numbers().ownedAt(number, house.now());
    }

    /** Events that wait for a person: texts for numbers that nobody owned, and what could not be read. */
    public Page<KeptEvent> kept(Disposition disposition, PageRequest page) {
        return house.store().inbox().kept(disposition, page);
    }

    /**
     * Messages of which nobody knows whether the carrier took them, the longest unknown first. They are looked for by
     * themselves; those that stay are for a person, who can {@link #sendAgain} or {@link #giveUp}.
     */
    public Page<Unresolved> unresolved(PageRequest page) {
        return house.store().outbox().unresolved(page);
    }

    /**
     * Sends an unknown message again, at once and for {@link Draft#DEFAULT_TIME_TO_LIVE}. A second copy is possible: look
     * first whether the carrier's own pages show it.
     *
     * @throws SmsException {@link Problem#NOT_FOUND}, or {@link Problem#WRONG_STATE} when its outcome is known by now
     */
    public Message sendAgain(MessageId id) {
        Instant now = house.now();
        Message message = settled(
                id,
                owner -> house.store().outbox().sendAgain(owner, id, now.plus(Draft.DEFAULT_TIME_TO_LIVE), now),
                "Only a message of unknown outcome can be sent again; look at its status, or send the text anew.");
        house.store().afterCommit(house.nudge());
        return message;
    }

    /**
     * Ends an unknown message as failed. Should the carrier report its delivery later, it still counts.
     *
     * @throws SmsException {@link Problem#NOT_FOUND}, or {@link Problem#WRONG_STATE} when its outcome is known by now
     */
    public Message giveUp(MessageId id) {
        return settled(
                id,
                owner -> house.store().outbox().giveUp(owner, id, house.now()),
                "Only a message of unknown outcome can be given up; look at its status, or cancel it if it still waits.");
    }

    private Message settled(MessageId id, Function<UserId, Optional<StatusChange>> wish, String otherwise) {
        UserId owner = house.store()
                .outbox()
                .ownerOf(id)
                .orElseThrow(() -> new SmsException(Problem.NOT_FOUND, "There is no such outbound message."));
        StatusChange change = wish.apply(owner).orElseThrow(() -> new SmsException(Problem.WRONG_STATE, otherwise));
        house.tell(new SmsEvent.MessageStatusChanged(owner, house.now(), change.message(), change.previous()));
        return change.message();
    }

    /** The lanes that are closed, or on which only single messages are tried, with the reason. */
    public List<LaneState> lanes() {
        return house.store().lanes().troubled(house.now());
    }

    /** Opens a lane now, whatever closed it: say, when a key was changed or an account was paid. */
    public void reopen(Lane lane) {
        house.store().lanes().restore(lane);
        house.nudge().run();
    }

    private ProviderAccount account(String reference) {
        ProviderAccount account = accounts.get(reference);
        if (account == null) {
            throw new SmsException(
                    Problem.NOT_FOUND, "This node knows no provider account \"" + reference + "\": register it first.");
        }
        return account;
    }
}
