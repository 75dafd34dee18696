package io.smsmessenger.sending;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.SegmentCount;
import java.util.Optional;

/** The host's price list: carriers tell a message's cost only afterwards, so an estimate needs one. */
@FunctionalInterface
public interface Prices {
    /** What a message may cost; empty when the list does not say. */
    Optional<Money> estimate(PhoneNumber from, Address to, Content content, SegmentCount segments);

    /** No list: no estimate. */
    static Prices none() {
        return (from, to, content, segments) -> Optional.empty();
    }
}
