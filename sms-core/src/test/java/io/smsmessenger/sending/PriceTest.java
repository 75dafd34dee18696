package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Money;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.SegmentCount;
import io.smsmessenger.model.ShortCode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A price list")
class PriceTest {
    private static final PhoneNumber LINE = PhoneNumber.of("+13035550142");
    private static final Content PICTURE = new Content("Look", List.of(URI.create("https://host.example/cat.png")));
    private final PriceList list = PriceList.in("USD")
            .price("+1", "0.0040", "0.0150")
            .price("+1242", "0.0310")
            .price("+49", "0.0700");

    @ParameterizedTest
    @CsvSource({
        "+12025550123, 1, 0.0040",
        "+12025550123, 3, 0.0120",
        "+12425550123, 2, 0.0620",
        "+4915112345678, 1, 0.0700",
    })
    @DisplayName("counts parts by the longest calling code that fits")
    void byPart(String to, int parts, BigDecimal amount) {
        assertThat(list.estimate(LINE, PhoneNumber.of(to), Content.text("Hello"), parts(parts)))
                .contains(new Money(amount, "USD"));
    }

    @Test
    @DisplayName("counts a message with media as one, whatever its text")
    void media() {
        assertThat(list.estimate(LINE, PhoneNumber.of("+12025550123"), PICTURE, parts(4)))
                .contains(new Money(new BigDecimal("0.0150"), "USD"));
    }

    @Test
    @DisplayName("says nothing where nothing is known: another country, media without a price, a short code")
    void unknown() {
        assertThat(list.estimate(LINE, PhoneNumber.of("+33612345678"), Content.text("x"), parts(1)))
                .isEmpty();
        assertThat(list.estimate(LINE, PhoneNumber.of("+12425550123"), PICTURE, parts(1)))
                .isEmpty();
        assertThat(list.price("+", "1").estimate(LINE, new ShortCode("72345"), Content.text("x"), parts(1)))
                .isEmpty();
    }

    @Test
    @DisplayName("may have a price for all others, and stays as it is when another is made of it")
    void others() {
        Address france = PhoneNumber.of("+33612345678");
        assertThat(list.price("+", "0.09").estimate(LINE, france, Content.text("x"), parts(1)))
                .contains(new Money(new BigDecimal("0.09"), "USD"));
        assertThat(list.estimate(LINE, france, Content.text("x"), parts(1))).isEmpty();
    }

    @Test
    @DisplayName("refuses what is no calling code, no price and no currency")
    void refuses() {
        assertThatThrownBy(() -> list.price("1", "0.01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list.price("+1", "-0.01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list.price("+1", "cheap")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PriceList.in("Dollars")).isInstanceOf(IllegalArgumentException.class);
    }

    private static SegmentCount parts(int parts) {
        return new SegmentCount(Encoding.GSM_7, parts * 100, parts, 153, List.of());
    }
}
