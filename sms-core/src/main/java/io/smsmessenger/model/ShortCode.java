package io.smsmessenger.model;

import java.util.regex.Pattern;

/**
 * A short code: 3 to 8 digits, meaningful within one country only. It can text us; whether it takes answers depends on
 * the carrier, so we do not offer to answer it.
 *
 * @param value the digits
 */
public record ShortCode(String value) implements Address {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{3,8}");

    public ShortCode {
        if (!isShortCode(value)) {
            throw new SmsException(Problem.INVALID_ADDRESS, "A short code has 3 to 8 digits.");
        }
    }

    static boolean isShortCode(String text) {
        return DIGITS.matcher(text).matches();
    }

    @Override
    public boolean answerable() {
        return false;
    }

    @Override
    public String toString() {
        return masked();
    }
}
