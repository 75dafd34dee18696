package io.smsmessenger.text;

/**
 * The characters that a carrier sends in 7 bits, one or two units each. A text with any other character travels in 16
 * bits.
 */
public final class Alphabet {
    /**
     * What Telnyx lists on its page "Message encoding" (developers.telnyx.com, read as of April 2026): smaller than GSM
     * 03.38. The section sign takes one unit and the euro sign two, as that page's tables say (an older page listed
     * neither). Not in the tables, and so counted as forcing 16 bits here, are the capital C with cedilla, the ten
     * Greek capitals, the currency sign, the grave accent and the form feed; the sample programs on the same page do
     * count the first of these as 7-bit, so our count errs towards more parts, never towards fewer.
     */
    public static final Alphabet TELNYX = of(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                    + " \n\r!\"#$%&'()*+,-./:;<=>?@_"
                    + "£¥§¿¡ÄÅÆÉÑÖØÜßàäåæèéìñòöøùü",
            "~^|\\{}[]€");

    private final byte[] units;

    private Alphabet(byte[] units) {
        this.units = units;
    }

    /**
     * An alphabet of a carrier's own.
     *
     * @param basic the characters that take one unit, none of them outside the basic plane
     * @param extension the characters that take two, an escape and one more
     */
    public static Alphabet of(String basic, String extension) {
        int highest = (basic + extension).chars().max().orElse(0);
        byte[] units = new byte[highest + 1];
        basic.chars().forEach(character -> units[character] = 1);
        extension.chars().forEach(character -> units[character] = 2);
        return new Alphabet(units);
    }

    /** Units that a character takes: 1, 2, or 0 if it is not in this alphabet. */
    public int units(int codePoint) {
        return codePoint < units.length ? units[codePoint] : 0;
    }
}
