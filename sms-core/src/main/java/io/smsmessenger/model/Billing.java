package io.smsmessenger.model;

import org.jspecify.annotations.Nullable;

/**
 * What a message takes and costs. Parts are an estimate until {@code cost} or a receipt arrives; the carrier's count is
 * the truth.
 *
 * @param encoding how it travelled, if known
 * @param parts parts billed, if known
 * @param cost what the carrier charges, if known
 */
public record Billing(
        @Nullable Encoding encoding,
        @Nullable Integer parts,
        @Nullable Money cost) {
    private static final Billing NONE = new Billing(null, null, null);

    public static Billing none() {
        return NONE;
    }

    /** What {@code later} says, and where it is silent what was known before. */
    public Billing updatedBy(Billing later) {
        return new Billing(
                later.encoding == null ? encoding : later.encoding,
                later.parts == null ? parts : later.parts,
                later.cost == null ? cost : later.cost);
    }
}
