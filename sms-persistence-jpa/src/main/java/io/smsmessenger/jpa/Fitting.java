package io.smsmessenger.jpa;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.InboundMedia;
import io.smsmessenger.model.Money;
import io.smsmessenger.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what carriers say fit the columns: an odd price or link must not make a text or a receipt fail for ever. */
final class Fitting {
    private static final int SCALE = 6;
    private static final int WHOLE_DIGITS = 13;
    private static final int CURRENCY_LENGTH = 3;
    private static final int URL_LENGTH = 4000;

    private Fitting() {}

    /** The cost rounded to what is kept, dropped where it is beyond that. */
    static Billing billing(Billing told) {
        Money cost = told.cost();
        return cost == null ? told : new Billing(told.encoding(), told.parts(), money(cost));
    }

    private static @Nullable Money money(Money cost) {
        BigDecimal amount = cost.amount();
        // Asked before rounding, which would write a huge exponent out.
        long wholeDigits = (long) amount.precision() - amount.scale();
        if (wholeDigits > WHOLE_DIGITS || cost.currency().length() > CURRENCY_LENGTH) {
            return null;
        }
        if (amount.scale() <= SCALE) {
            return cost;
        }
        BigDecimal rounded = wholeDigits < -SCALE ? BigDecimal.ZERO : amount.setScale(SCALE, RoundingMode.HALF_UP);
        boolean fits = rounded.precision() - rounded.scale() <= WHOLE_DIGITS;
        BigDecimal bare = rounded.stripTrailingZeros();
        return fits ? new Money(bare.scale() < 0 ? bare.setScale(0) : bare, cost.currency()) : null;
    }

    /** The beginning of it, at most so many UTF-16 units. */
    static @Nullable String cut(@Nullable String told, int most) {
        return told == null ? null : Texts.cut(told, most);
    }

    /** Without links that are longer than any that works. */
    static Content content(Content told) {
        return new Content(
                told.text(), told.media().stream().filter(Fitting::fits).toList());
    }

    static List<InboundMedia> media(List<InboundMedia> told) {
        return told.stream().filter(one -> fits(one.url())).toList();
    }

    private static boolean fits(URI url) {
        return url.toString().length() <= URL_LENGTH;
    }
}
