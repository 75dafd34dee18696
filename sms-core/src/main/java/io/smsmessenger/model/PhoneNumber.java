package io.smsmessenger.model;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form: {@code +}, then 7 to 15 digits, the first not zero. Text typed by people is turned
 * into one by {@code io.smsmessenger.text.PhoneNumbers}.
 *
 * @param value e.g. {@code +12025550123}
 */
public record PhoneNumber(String value) implements Address {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!isE164(value)) {
            throw new SmsException(
                    Problem.INVALID_ADDRESS,
                    "A phone number is written as + and 7 to 15 digits with the country code first, like"
                            + " +12025550123.");
        }
    }

    /**
     * Reads a number in E.164 form.
     *
     * @throws SmsException {@link Problem#INVALID_ADDRESS} when it is not in E.164 form
     */
    public static PhoneNumber of(String e164) {
        return new PhoneNumber(e164);
    }

    static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    @Override
    public boolean answerable() {
        return true;
    }

    @Override
    public String toString() {
        return masked();
    }
}
