package io.smsmessenger.store;

import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in a list that is ordered by time and id: what a {@link Cursor} holds, for implementers of stores. It names a
 * place and grants nothing: every list is read by its owner, so another's cursor shows only one's own rows.
 *
 * @param at the time that the list is ordered by; in a list by id alone any constant, e.g. {@link Instant#EPOCH}
 * @param id the row's number, which decides among equal times
 */
public record Keyset(Instant at, long id) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int BYTES = Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

    /** Reads what {@link #cursor()} wrote.
     *
     * @throws SmsException {@link Problem#INVALID_CURSOR} for anything else, and for a time outside the years 1 to 9999
     */
    public static Keyset of(Cursor cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor.value()));
            if (bytes.remaining() != BYTES) {
                throw refused();
            }
            Keyset keyset = new Keyset(Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()), bytes.getLong());
            // Comparing the text refuses a wrong checksum and every other spelling of the same place alike.
            // A well-formed place may still be too far off for the numbers of a database.
            boolean possible = !keyset.at().isBefore(FIRST) && !keyset.at().isAfter(LAST);
            if (!possible || !keyset.cursor().equals(cursor)) {
                throw refused();
            }
            return keyset;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
            throw refused();
        }
    }

    /** This place as callers carry it. */
    public Cursor cursor() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(id);
        // A checksum, no signature: it tells a mistake from a place, and nothing depends on it.
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, bytes.position());
        bytes.putInt((int) checksum.getValue());
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    private static SmsException refused() {
        return new SmsException(Problem.INVALID_CURSOR, "This cursor was not given by a page.");
    }
}
