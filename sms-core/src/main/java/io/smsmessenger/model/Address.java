package io.smsmessenger.model;

/**
 * Who can be at the other end of a text: a {@link PhoneNumber}, a {@link ShortCode}, or a {@link SenderName} that can
 * text us but cannot be answered.
 */
public sealed interface Address permits PhoneNumber, ShortCode, SenderName {
    /** The address as carriers write it, e.g. {@code +12025550123}, {@code 72345} or {@code BANK}. */
    String value();

    /** Whether a text can be sent to it. */
    boolean answerable();

    /** The address for logs: enough to tell two apart, too little to text anybody. */
    default String masked() {
        return Masks.mask(value());
    }

    /**
     * Reads an address as a carrier wrote it: {@code +} and digits are a phone number, 3 to 8 digits a short code,
     * everything else a name.
     *
     * @throws SmsException {@link Problem#INVALID_ADDRESS} when it is blank or too long to be any of them
     */
    static Address of(String raw) {
        String text = raw.strip();
        if (PhoneNumber.isE164(text)) {
            return new PhoneNumber(text);
        }
        return ShortCode.isShortCode(text) ? new ShortCode(text) : new SenderName(text);
    }
}
