package io.smsmessenger.text;

import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.SegmentCount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into the parts that a carrier bills. A character is never split: an escape and the character after it, or
 * the two halves of a character outside the basic plane, go into the next part together, so a part may stay one unit
 * short and a text may need one part more than its units divided by the size of a part.
 */
public final class Segments {
    private static final int GSM_ALONE = 160;
    private static final int GSM_IN_PARTS = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_IN_PARTS = 67;

    private Segments() {}

    /**
     * Counts the parts of a text.
     *
     * @param text what is sent; an empty one has no parts
     * @param alphabet what the carrier sends in 7 bits
     */
    public static SegmentCount count(String text, Alphabet alphabet) {
        List<String> forcing = forcing(text, alphabet);
        return forcing.isEmpty()
                ? cut(text, alphabet, Encoding.GSM_7, GSM_ALONE, GSM_IN_PARTS, forcing)
                : cut(text, alphabet, Encoding.UCS_2, UCS_ALONE, UCS_IN_PARTS, forcing);
    }

    private static List<String> forcing(String text, Alphabet alphabet) {
        Set<String> forcing = Set.of();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (alphabet.units(codePoint) == 0) {
                if (forcing.isEmpty()) {
                    forcing = new LinkedHashSet<>();
                }
                forcing.add(Character.toString(codePoint));
            }
        }
        return List.copyOf(forcing);
    }

    private static SegmentCount cut(
            String text, Alphabet alphabet, Encoding encoding, int alone, int inParts, List<String> forcing) {
        int units = 0;
        int parts = 0;
        int room = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int width = encoding == Encoding.GSM_7 ? alphabet.units(codePoint) : Character.charCount(codePoint);
            if (width > room) {
                parts++;
                room = inParts;
            }
            room -= width;
            units += width;
        }
        return units <= alone
                ? new SegmentCount(encoding, units, units == 0 ? 0 : 1, alone, forcing)
                : new SegmentCount(encoding, units, parts, inParts, forcing);
    }
}
