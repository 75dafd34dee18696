package io.smsmessenger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1 (202) 555-0123 |    | +12025550123",
                "(202) 555-0123    | US | +12025550123",
                "202.555.0123      | us | +12025550123",
                "1-202-555-0123    | US | +12025550123",
                "00 49 30 901820   | DE | +4930901820",
                "030 901820        | DE | +4930901820",
                "+49 30 901820     | US | +4930901820",
                "tel:+12025550123  |    | +12025550123",
                "６５０２５３００００ | US | +16502530000",
            })
    void reads_what_people_type(String typed, String region, String number) {
        assertThat(PhoneNumbers.parse(typed, region)).isEqualTo(PhoneNumber.of(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025550123            |    | Write the number with +",
                "+999 2025550123       | US | No country has this",
                "hello                 | US | This is not a phone number",
                "''                    | US | This is not a phone number",
                "+1 202                | US | too short",
                "+1 202 555 0123 45678 | US | too long",
                "253-0000              | US | area code is missing",
                "202 555 0123 ext. 456 | US | extension",
                "2025550123            | XX | default country",
            })
    void says_what_to_change_without_repeating_the_number(String typed, String region, String sentence) {
        assertThatThrownBy(() -> PhoneNumbers.parse(typed, region))
                .isInstanceOfSatisfying(
                        SmsException.class, e -> assertThat(e.problem()).isEqualTo(Problem.INVALID_ADDRESS))
                .hasMessageContaining(sentence)
                .satisfies(e ->
                        assertThat(e.getMessage().replace("+12025550123", "")).doesNotContainPattern("\\d{3}"))
                .hasNoCause();
    }

    @Test
    void a_possible_number_in_no_known_range_is_taken_unless_strictly_asked() {
        assertThat(PhoneNumbers.parse("+1 555 555 0123", null)).isEqualTo(PhoneNumber.of("+15555550123"));
        assertThatThrownBy(() -> PhoneNumbers.parseStrictly("+1 555 555 0123", null))
                .isInstanceOf(SmsException.class)
                .hasMessageContaining("No such number is in use");
        assertThat(PhoneNumbers.parseStrictly("+1 650 253 0000", null)).isEqualTo(PhoneNumber.of("+16502530000"));
    }
}
