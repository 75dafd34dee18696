package io.smsmessenger.model;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list to read. {@code after} and {@code before} follow the list's own order: in a list that shows the
 * newest first, what comes after a cursor is older.
 *
 * @param limit how many at most, 1 to {@link #MAX_LIMIT}
 * @param after read on from here
 * @param before read back from here; not together with {@code after}
 */
public record PageRequest(
        int limit, @Nullable Cursor after, @Nullable Cursor before) {
    /** Most items a page can hold. */
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new SmsException(Problem.INVALID_LIMIT, "A page holds 1 to " + MAX_LIMIT + " items.");
        }
        if (after != null && before != null) {
            throw new SmsException(Problem.INVALID_CURSOR, "A page is read after a cursor or before one, not both.");
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null, null);
    }

    public PageRequest after(Cursor cursor) {
        return new PageRequest(limit, cursor, null);
    }

    public PageRequest before(Cursor cursor) {
        return new PageRequest(limit, null, cursor);
    }
}
