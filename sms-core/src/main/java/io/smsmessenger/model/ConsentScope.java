package io.smsmessenger.model;

/**
 * How far an opt-out reaches. Telnyx blocks per messaging profile, so that is the default; the wider and narrower ones
 * are for hosts that promise more or less.
 *
 * @param kind what it covers
 * @param id which one: the row's number for a number or profile, the user id for an owner, empty for everything
 */
public record ConsentScope(Kind kind, String id) implements Comparable<ConsentScope> {
    /** What a scope covers; locks are taken in this order. */
    public enum Kind {
        EVERYTHING,
        OWNER,
        PROFILE,
        NUMBER
    }

    public static ConsentScope everything() {
        return new ConsentScope(Kind.EVERYTHING, "");
    }

    public static ConsentScope of(UserId owner) {
        return new ConsentScope(Kind.OWNER, owner.value());
    }

    public static ConsentScope of(ProfileId profile) {
        return new ConsentScope(Kind.PROFILE, Long.toString(profile.value()));
    }

    public static ConsentScope of(NumberId number) {
        return new ConsentScope(Kind.NUMBER, Long.toString(number.value()));
    }

    @Override
    public int compareTo(ConsentScope other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
