package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a message takes and costs; the parts are an estimate until the carrier has counted.
 *
 * @param encoding GSM_7 or UCS_2
 * @param parts parts billed
 * @param cost what the carrier charges
 */
record BillingView(
        @Nullable Encoding encoding,
        @Nullable Integer parts,
        @Nullable Cost cost) {
    static BillingView of(Billing billing) {
        return new BillingView(billing.encoding(), billing.parts(), Cost.of(billing.cost()));
    }

    /**
     * An amount, in text so that no reader rounds it.
     *
     * @param amount e.g. {@code 0.0051}
     * @param currency ISO 4217
     */
    record Cost(String amount, String currency) {
        static @Nullable Cost of(@Nullable Money money) {
            return money == null ? null : new Cost(money.amount().toPlainString(), money.currency());
        }
    }
}
