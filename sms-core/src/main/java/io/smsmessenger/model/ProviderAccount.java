package io.smsmessenger.model;

/**
 * An account at a provider. Credentials and signing keys are held by reference: the provider object that the host
 * registered under {@code reference} knows them, the database does not.
 *
 * @param id ours
 * @param tenant whose it is, in the host's words
 * @param provider which provider, e.g. {@code telnyx}
 * @param reference the host's name for it, unique
 */
public record ProviderAccount(AccountId id, String tenant, String provider, String reference) {
    /** The reference and tenant of the one account that most hosts have. */
    public static final String DEFAULT = "default";
}
