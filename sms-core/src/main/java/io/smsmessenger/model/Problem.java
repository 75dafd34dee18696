package io.smsmessenger.model;

/**
 * What can be wrong with a call. The slug is stable and is what programs should look at; every other word may be
 * improved.
 */
public enum Problem {
    /** What was asked for does not exist, or is not yours: the two look alike on purpose. */
    NOT_FOUND("not-found", "Not found"),
    /** The number to send from is not yours, or does not exist. */
    NUMBER_NOT_AVAILABLE("number-not-available", "This number is not available to you"),
    /** The user owns no number. */
    NO_NUMBER("no-number", "There is no number to send from"),
    /** The number to send from is on no messaging profile. */
    NUMBER_WITHOUT_PROFILE("number-without-profile", "The number is on no messaging profile"),
    /** The number's messaging profile is disabled. */
    PROFILE_DISABLED("profile-disabled", "The messaging profile is disabled"),
    /** The recipient has opted out. */
    RECIPIENT_OPTED_OUT("recipient-opted-out", "The recipient has opted out"),
    /** The recipient can text us but takes no answers. */
    RECIPIENT_NOT_ANSWERABLE("recipient-not-answerable", "The recipient cannot be answered"),
    /** Neither text nor media. */
    EMPTY_MESSAGE("empty-message", "The message is empty"),
    /** More parts than the provider takes. */
    MESSAGE_TOO_LONG("message-too-long", "The message is too long"),
    /** More media than the provider takes, or an address it cannot fetch. */
    INVALID_MEDIA("invalid-media", "The media cannot be sent"),
    /** Not a phone number. */
    INVALID_ADDRESS("invalid-number", "This is not a phone number"),
    /** The time to send at, or the time to live, cannot be met. */
    INVALID_TIME("invalid-time", "The time cannot be met"),
    /** The same client key came with another content. */
    CLIENT_KEY_REUSED("client-key-reused", "The key belongs to another message"),
    /** The client key is empty or too long. */
    INVALID_CLIENT_KEY("invalid-client-key", "The key cannot be used"),
    /** It is too late for that: the message has left, or has ended. */
    TOO_LATE("too-late", "It is too late for that"),
    /** It is night where the recipient is, and the host refuses to text then. */
    QUIET_HOURS("quiet-hours", "The recipient has quiet hours"),
    /** The user, or the host's own rule, has sent enough for now. */
    LIMIT_REACHED("limit-reached", "A limit is reached"),
    /** A placeholder of the text has no value, or is not closed. */
    INVALID_TEMPLATE("invalid-template", "The text's placeholders cannot be filled"),
    /** The campaign has ended, or is in no state for that. */
    WRONG_STATE("wrong-state", "This cannot be done now"),
    /** Another contact of yours has this number or external id. */
    DUPLICATE_CONTACT("duplicate-contact", "There is such a contact already"),
    /** It was changed since you read it. */
    STALE_VERSION("stale-version", "It was changed in the meantime"),
    /** The number has an owner already. */
    NUMBER_TAKEN("number-taken", "The number has an owner"),
    /** A name, label or other field is missing or too long. */
    INVALID_FIELD("invalid-field", "A field cannot be used"),
    /** The cursor was not given by a page of this list. */
    INVALID_CURSOR("invalid-cursor", "The cursor cannot be used"),
    /** The page size is out of bounds. */
    INVALID_LIMIT("invalid-limit", "The page size cannot be used");

    private final String slug;
    private final String title;

    Problem(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    /** The stable name, e.g. {@code recipient-opted-out}. */
    public String slug() {
        return slug;
    }

    /** One short sentence in English. */
    public String title() {
        return title;
    }
}
