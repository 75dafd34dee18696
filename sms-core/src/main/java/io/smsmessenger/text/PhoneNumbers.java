package io.smsmessenger.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what people type into a {@link PhoneNumber}, by libphonenumber. Messages of exceptions never hold the number. */
public final class PhoneNumbers {
    private PhoneNumbers() {}

    /**
     * Reads a number that could exist: its length fits its country. Whether the range is in use is not asked, because
     * numbering plans change faster than libraries are updated.
     *
     * @param typed a number with or without spaces and punctuation, with {@code +} and the country code or as dialled
     *     within {@code region}
     * @param region the two-letter country that numbers without {@code +} are meant for; null if there is none
     * @throws SmsException {@link Problem#INVALID_ADDRESS} when it is no such number; the sentence says what to change
     */
    public static PhoneNumber parse(String typed, @Nullable String region) {
        return PhoneNumber.of(format(possible(typed, region)));
    }

    /**
     * Reads a number as {@link #parse} does and refuses ranges that libphonenumber does not know to be in use.
     *
     * @param typed as for {@link #parse}
     * @param region as for {@link #parse}
     * @throws SmsException {@link Problem#INVALID_ADDRESS} when it is no such number; the sentence says what to change
     */
    public static PhoneNumber parseStrictly(String typed, @Nullable String region) {
        Phonenumber.PhoneNumber number = possible(typed, region);
        if (!util().isValidNumber(number)) {
            throw refused("No such number is in use in its country: check the digits.");
        }
        return PhoneNumber.of(format(number));
    }

    /** Whether a number in E.164 form could exist, as {@link #parse} sees it. */
    public static boolean isPossible(String e164) {
        try {
            possible(e164, null);
            return true;
        } catch (SmsException impossible) {
            return false;
        }
    }

    private static Phonenumber.PhoneNumber possible(String typed, @Nullable String region) {
        String country = region == null ? null : region.toUpperCase(Locale.ROOT);
        if (country != null && !util().getSupportedRegions().contains(country)) {
            throw refused("The default country is a two-letter code like US or DE, and there is none of that name.");
        }
        Phonenumber.PhoneNumber number;
        try {
            number = util().parse(typed, country);
        } catch (NumberParseException e) {
            throw refused(sentence(e.getErrorType(), country));
        }
        if (number.hasExtension()) {
            throw refused("An extension cannot be texted: leave it out.");
        }
        ValidationResult result = util().isPossibleNumberWithReason(number);
        if (result != ValidationResult.IS_POSSIBLE) {
            throw refused(sentence(result));
        }
        return number;
    }

    private static String sentence(NumberParseException.ErrorType error, @Nullable String country) {
        return switch (error) {
            case INVALID_COUNTRY_CODE ->
                country == null
                        ? "Write the number with + and its country code, like +12025550123."
                        : "No country has this country code: check the digits after the +.";
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> sentence(ValidationResult.TOO_SHORT);
            case TOO_LONG -> sentence(ValidationResult.TOO_LONG);
            case NOT_A_NUMBER -> "This is not a phone number: write it like +12025550123.";
        };
    }

    private static String sentence(ValidationResult result) {
        return switch (result) {
            case TOO_SHORT -> "The number is too short: digits are missing.";
            case TOO_LONG -> "The number is too long: there are digits too many.";
            case IS_POSSIBLE_LOCAL_ONLY -> "The area code is missing.";
            default -> "The number does not have as many digits as numbers of its country have.";
        };
    }

    private static String format(Phonenumber.PhoneNumber number) {
        return util().format(number, PhoneNumberFormat.E164);
    }

    private static PhoneNumberUtil util() {
        return PhoneNumberUtil.getInstance();
    }

    private static SmsException refused(String sentence) {
        return new SmsException(Problem.INVALID_ADDRESS, sentence);
    }
}
