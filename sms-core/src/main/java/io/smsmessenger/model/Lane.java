package io.smsmessenger.model;

/**
 * A way that messages go together, and that can be closed or slowed without holding up any other.
 *
 * @param kind what goes this way
 * @param id the row's number of the account, profile or number
 */
public record Lane(Kind kind, long id) implements Comparable<Lane> {
    /** What goes a lane's way; locks are taken in this order. */
    public enum Kind {
        ACCOUNT,
        PROFILE,
        NUMBER
    }

    public static Lane of(AccountId account) {
        return new Lane(Kind.ACCOUNT, account.value());
    }

    public static Lane of(ProfileId profile) {
        return new Lane(Kind.PROFILE, profile.value());
    }

    public static Lane of(NumberId number) {
        return new Lane(Kind.NUMBER, number.value());
    }

    @Override
    public int compareTo(Lane other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Long.compare(id, other.id);
    }
}
