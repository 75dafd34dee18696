package io.smsmessenger.store;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import java.time.Instant;

/**
 * What carriers tell us. Event ids are unique per account; telling an event again changes nothing, except that one which
 * was kept as parked, quarantined or dead is tried again: applied now, it is no longer kept. Every method commits by
 * itself.
 */
public interface InboxStore {
    /**
     * Keeps a text for one of our numbers: the event, the contact's link, the conversation, the message and its
     * position, the unread state, and the peer's consent as of {@code receivedAt}, all or nothing. Whoever owned the number at
     * {@code receivedAt} gets it, if it was theirs in this account: no account speaks for another's numbers. A text
     * that nobody owned is kept with the raw body for the operator. A text whose provider id is there already is a
     * duplicate, whatever its event id. One that is older than the conversation's latest takes no preview over.
     */
    Received receive(AccountId account, ProviderEvent.InboundText text, ConsentEffect effect, byte[] raw, Instant now);

    /**
     * Applies a receipt: matched among the account's own by the provider's message id, else by the planted reference
     * where the message has learnt no id yet, it moves the message if its status ranks higher and is added to the
     * history in any case. A message that the carrier has by then is not sent any more. A receipt that matches nothing
     * yet is parked with the raw body.
     */
    Advanced advance(AccountId account, ProviderEvent.Receipt receipt, byte[] raw, Instant now);

    /**
     * Keeps an event that is not applied, with the raw body where a person should be able to look at it. One that is
     * there already stays as it is, except that one which waits and is done with now waits no more.
     *
     * @return whether it was not there yet
     */
    boolean keep(AccountId account, ProviderEvent event, Disposition disposition, byte[] raw, Instant now);

    /** Events that were kept and wait for a person or another try: latest first. */
    Page<KeptEvent> kept(Disposition disposition, PageRequest page);

    /**
     * What an inbound text does to its sender's consent.
     *
     * @param change what it asks
     * @param scope how far it reaches; for a number on no profile, {@link ConsentScope.Kind#PROFILE} means the number
     */
    record ConsentEffect(Change change, ConsentScope.Kind scope) {
        /** What a sender asks. */
        public enum Change {
            NONE,
            OPT_OUT,
            OPT_IN
        }
    }

    /** Why an event is kept. */
    enum Disposition {
        /** Applied; only its id is kept. */
        APPLIED,
        /** Of no concern to texting; only its id is kept. */
        IGNORED,
        /** A receipt whose message is not there yet. */
        PARKED,
        /** A text for a number that nobody owned. */
        QUARANTINED,
        /** Cannot be read or applied. */
        DEAD
    }

    /**
     * An event that waits.
     *
     * @param account where it came from
     * @param eventId the carrier's id of it
     * @param type the carrier's name for its kind
     * @param disposition why it waits
     * @param why in words, without private data
     * @param raw the body as it was signed
     * @param receivedAt when it came
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of each body would cost more
    record KeptEvent(
            AccountId account,
            String eventId,
            String type,
            Disposition disposition,
            String why,
            byte[] raw,
            Instant receivedAt) {
        @Override
        public String toString() {
            return "KeptEvent[" + eventId + ", " + disposition + "]";
        }
    }
}
