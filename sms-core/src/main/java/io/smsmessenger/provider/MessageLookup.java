package io.smsmessenger.provider;

import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.ProviderMessageId;

/** A carrier that can be asked for a message by its id. */
public interface MessageLookup {
    /** Asks the carrier. It does not throw for what the network or the carrier did. */
    Lookup find(ProviderMessageId id);

    /** What a carrier knows of a message. */
    sealed interface Lookup {
        /**
         * The carrier has it.
         *
         * @param event the same thing as an event, its id made up but stable, so that it can go the way of a webhook
         */
        record Found(ProviderEvent event) implements Lookup {}

        /** The carrier does not have it, or not any more. */
        record Missing() implements Lookup {}

        /**
         * The carrier could not be asked.
         *
         * @param why in words, without private data
         */
        record Unavailable(String why) implements Lookup {}
    }
}
