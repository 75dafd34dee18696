package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Content;
import java.math.BigDecimal;

/**
 * What a message costs, in USD.
 *
 * @param rate the carrier's own price
 * @param fee what it passes on
 */
public record Cost(BigDecimal rate, BigDecimal fee) {
    private static final Cost SMS_PART = new Cost(new BigDecimal("0.00400"), new BigDecimal("0.00300"));
    private static final Cost MMS = new Cost(new BigDecimal("0.01500"), new BigDecimal("0.00500"));

    /** The price of a content. */
    public static Cost of(Content content) {
        if (!content.mediaUrls().isEmpty()) {
            return MMS;
        }
        BigDecimal parts = BigDecimal.valueOf(content.parts());
        return new Cost(SMS_PART.rate.multiply(parts), SMS_PART.fee.multiply(parts));
    }

    /** Both together. */
    public BigDecimal total() {
        return rate.add(fee);
    }
}
