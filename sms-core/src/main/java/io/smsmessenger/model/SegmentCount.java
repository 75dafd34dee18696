package io.smsmessenger.model;

import java.util.List;

/**
 * How a carrier will cut and bill a text. An estimate until the carrier reports its own count.
 *
 * @param encoding how it travels
 * @param units units used, counting characters that take two
 * @param parts parts billed, 0 for an empty text
 * @param unitsPerPart units that fit into each of these parts
 * @param forcing the characters that are in no 7-bit alphabet and so forced {@link Encoding#UCS_2}, each once, in order
 */
public record SegmentCount(Encoding encoding, int units, int parts, int unitsPerPart, List<String> forcing) {
    public SegmentCount {
        forcing = List.copyOf(forcing);
    }

    @Override
    public String toString() {
        return encoding + ", " + units + " units, " + parts + " parts";
    }
}
