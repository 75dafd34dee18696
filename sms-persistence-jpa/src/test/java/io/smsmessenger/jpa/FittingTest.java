package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingTest {
    @ParameterizedTest
    @CsvSource({
        "0.0051, 0.0051",
        "0.12345649, 0.123456",
        "0.1234565, 0.123457",
        "0.0000001, 0",
        "1E-2000000000, 0",
        "9999999999999.999999, 9999999999999.999999"
    })
    void costs_are_rounded_to_what_is_kept(BigDecimal told, BigDecimal kept) {
        Billing billing = Fitting.billing(new Billing(Encoding.GSM_7, 1, new Money(told, "USD")));
        assertThat(billing.cost()).isNotNull();
        assertThat(billing.cost().amount()).isEqualByComparingTo(kept);
        assertThat(billing.parts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"10000000000000, USD", "9999999999999.9999999, USD", "1E+2000000000, USD", "1, DOLLARS"})
    void costs_that_cannot_be_kept_are_dropped(BigDecimal told, String currency) {
        Billing billing = Fitting.billing(new Billing(Encoding.GSM_7, 1, new Money(told, currency)));
        assertThat(billing).isEqualTo(new Billing(Encoding.GSM_7, 1, null));
    }

    @Test
    void links_that_cannot_be_kept_are_dropped() {
        URI link = URI.create("https://media.example/cat.png");
        URI endless = URI.create("https://media.example/" + "a".repeat(4000));
        assertThat(Fitting.content(new Content("Hi", List.of(endless, link))))
                .isEqualTo(new Content("Hi", List.of(link)));
    }

    @Test
    void times_are_kept_within_what_lists_can_be_read_by() {
        assertThat(Times.exact(Instant.MAX)).isBetween(at("9999-12-31T23:59:59Z"), at("9999-12-31T23:59:59.999999Z"));
        assertThat(Times.exact(Instant.MIN)).isEqualTo(at("0001-01-01T00:00:00Z"));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
