package io.smsmessenger.sending;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.SegmentCount;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices by destination: a text costs so much a part, a message with media so much as a whole. Of several calling codes
 * that a number begins with, the longest counts. Immutable: each price makes a new list.
 *
 * <pre>{@code
 * PriceList.in("USD").price("+1", "0.0040", "0.0150").price("+1242", "0.0310")
 * }</pre>
 */
public final class PriceList implements Prices {
    private static final Pattern CALLING_CODE = Pattern.compile("\\+[0-9]{0,15}");

    private final String currency;
    private final Prefixes<Price> prices;

    private PriceList(String currency, Prefixes<Price> prices) {
        this.currency = currency;
        this.prices = prices;
    }

    /**
     * A list without prices.
     *
     * @param currency ISO 4217, e.g. {@code USD}
     */
    public static PriceList in(String currency) {
        return new PriceList(Currency.getInstance(currency).getCurrencyCode(), Prefixes.of(Map.of()));
    }

    /** The same with the price of a text's part to numbers that begin so; of media there nothing is known. */
    public PriceList price(String callingCode, String perPart) {
        return with(callingCode, new Price(amount(perPart), null));
    }

    /**
     * The same with the prices to numbers that begin so.
     *
     * @param callingCode {@code +} and the first digits, e.g. {@code +1} or {@code +1242}; {@code +} alone for all others
     * @param perPart what each part of a text costs, e.g. {@code 0.0040}
     * @param perMediaMessage what a message with media costs, whatever its text
     * @throws IllegalArgumentException when the code is none or a price is below nothing
     */
    public PriceList price(String callingCode, String perPart, String perMediaMessage) {
        return with(callingCode, new Price(amount(perPart), amount(perMediaMessage)));
    }

    @Override
    public Optional<Money> estimate(PhoneNumber from, Address to, Content content, SegmentCount segments) {
        if (!(to instanceof PhoneNumber)) {
            return Optional.empty();
        }
        return prices.find(to.value())
                .flatMap(price -> content.media().isEmpty()
                        ? Optional.of(price.perPart().multiply(BigDecimal.valueOf(segments.parts())))
                        : Optional.ofNullable(price.perMediaMessage()))
                .map(amount -> new Money(amount, currency));
    }

    private PriceList with(String callingCode, Price price) {
        if (!CALLING_CODE.matcher(callingCode).matches()) {
            throw new IllegalArgumentException(
                    "a calling code is written as + and its digits, like +1, not \"" + callingCode + "\"");
        }
        Map<String, Price> more = new HashMap<>(prices.values());
        more.put(callingCode.substring(1), price);
        return new PriceList(currency, Prefixes.of(more));
    }

    private static BigDecimal amount(String price) {
        BigDecimal amount = new BigDecimal(price);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a price is not below nothing, as " + price + " is");
        }
        return amount;
    }

    private record Price(BigDecimal perPart, @Nullable BigDecimal perMediaMessage) {}
}
