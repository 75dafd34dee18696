package io.smsmessenger.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.SenderName;
import io.smsmessenger.model.ShortCode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Zones by number:")
class NumberZonesTest {
    private final RecipientZones zones = RecipientZones.byNumber();

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "+12025550123, America/New_York",
        "+18085550123, Pacific/Honolulu",
        "+19075550123, America/Anchorage America/Adak",
        "+16025550123, America/Phoenix",
        "+19285550123, America/Phoenix America/Denver",
        "+12085550123, America/Denver America/Los_Angeles",
        "+16055550123, America/Chicago America/Denver",
        "+18505550123, America/Chicago America/New_York",
        "+17875550123, America/Puerto_Rico",
        "+12425550123, America/Nassau",
        "+14165550123, America/Toronto",
        "+17095550123, America/St_Johns America/Halifax",
        "+442079460123, Europe/London",
        "+4915112345678, Europe/Berlin",
        "+34612345678, Europe/Madrid Atlantic/Canary",
        "+77011234567, Asia/Almaty",
        "+919812345678, Asia/Kolkata",
        "+6421123456, Pacific/Auckland Pacific/Chatham",
    })
    @DisplayName("an area is in every zone that it has a part of")
    void known(String number, String names) {
        Set<ZoneId> expected =
                Arrays.stream(names.split(" ", -1)).map(ZoneId::of).collect(Collectors.toSet());
        assertThat(zones.of(PhoneNumber.of(number))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+18005550123", "+18885550123", "+19005550123", "+15005550123", "+16005550123", "+881612345678"})
    @DisplayName("a number of no place is in none")
    void nowhere(String number) {
        assertThat(zones.of(PhoneNumber.of(number))).isEmpty();
    }

    @Test
    @DisplayName("short codes and names are in none")
    void noNumbers() {
        assertThat(Stream.<Address>of(new ShortCode("72345"), new SenderName("BANK"))
                        .map(zones::of))
                .containsOnly(Set.of());
    }

    @Test
    @DisplayName("Russia spans eleven hours, Brazil four")
    void wideCountries() {
        assertThat(zones.of(PhoneNumber.of("+79161234567"))).hasSize(11);
        assertThat(zones.of(PhoneNumber.of("+5511912345678"))).contains(ZoneId.of("America/Noronha"));
    }
}
