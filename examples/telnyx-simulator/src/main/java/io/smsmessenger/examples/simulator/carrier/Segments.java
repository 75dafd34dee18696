package io.smsmessenger.examples.simulator.carrier;

/**
 * How Telnyx counts parts. Its GSM alphabet is smaller than the standard's: without the capital C with cedilla, the
 * Greek capitals, the currency sign and the form feed.
 *
 * @param encoding {@code GSM-7} or {@code UCS-2}
 * @param units septets, or UTF-16 units
 * @param parts at least 1
 */
record Segments(String encoding, int units, int parts) {
    private static final String SINGLE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
            + "!\"#$%&'()*+,-./:;<=>?@_ \n\r"
            + "\u00a3\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00d8\u00f8\u00c5\u00e5\u00c6\u00e6\u00df\u00c9\u00a1"
            + "\u00c4\u00d6\u00d1\u00dc\u00a7\u00bf\u00e4\u00f6\u00f1\u00fc\u00e0";
    private static final String DOUBLE = "~^|\\{}[]\u20ac";

    static Segments of(String text) {
        int septets = septets(text);
        return septets < 0 ? ucs2(text) : new Segments("GSM-7", septets, parts(septets, 160, 153));
    }

    static Segments ucs2(String text) {
        return new Segments("UCS-2", text.length(), parts(text.length(), 70, 67));
    }

    /** The septets needed, or -1 when the alphabet lacks a character. */
    private static int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SINGLE.indexOf(c) >= 0) {
                septets++;
            } else if (DOUBLE.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return -1;
            }
        }
        return septets;
    }

    private static int parts(int units, int alone, int each) {
        return units <= alone ? 1 : (units + each - 1) / each;
    }

    /** What smart encoding sends instead: a few look-alikes of typographic characters. */
    static String smart(String text) {
        return text.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('\u00a0', ' ')
                .replace("\u2026", "...")
                .replace("\u200b", "")
                .replace("\ufeff", "");
    }
}
