package io.smsmessenger.examples.simulator.carrier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which country a number belongs to, as well as a simulator needs to know. */
public final class Countries {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NANP = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");
    private static final Set<String> CANADA = Set.of(
            "204", "226", "236", "249", "250", "289", "306", "343", "365", "403", "416", "418", "431", "437", "438",
            "450", "506", "514", "519", "548", "579", "581", "587", "604", "613", "639", "647", "672", "705", "709",
            "778", "780", "782", "807", "819", "825", "867", "873", "902", "905");
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("44", "GB"),
            Map.entry("49", "DE"),
            Map.entry("33", "FR"),
            Map.entry("34", "ES"),
            Map.entry("39", "IT"),
            Map.entry("41", "CH"),
            Map.entry("43", "AT"),
            Map.entry("31", "NL"),
            Map.entry("32", "BE"),
            Map.entry("45", "DK"),
            Map.entry("46", "SE"),
            Map.entry("47", "NO"),
            Map.entry("48", "PL"),
            Map.entry("61", "AU"),
            Map.entry("64", "NZ"),
            Map.entry("52", "MX"),
            Map.entry("55", "BR"),
            Map.entry("91", "IN"),
            Map.entry("81", "JP"),
            Map.entry("65", "SG"),
            Map.entry("353", "IE"),
            Map.entry("351", "PT"),
            Map.entry("358", "FI"),
            Map.entry("972", "IL"));

    private Countries() {}

    /** All countries known here; the wildcard that Telnyx takes as well is not in its own schema. */
    public static List<String> all() {
        return Stream.concat(Stream.of("US", "CA"), CODES.values().stream())
                .sorted()
                .toList();
    }

    static boolean isE164(String number) {
        return E164.matcher(number).matches();
    }

    /** Whether a number in E.164 form can exist; only the North American plan is known. */
    static boolean isPossible(String number) {
        return !number.startsWith("+1") || NANP.matcher(number).matches();
    }

    /** Two letters; {@code ZZ} when unknown. */
    static String of(String number) {
        if (number.startsWith("+1") && number.length() >= 5) {
            return CANADA.contains(number.substring(2, 5)) ? "CA" : "US";
        }
        String three = number.length() > 4 ? number.substring(1, 4) : "";
        String two = number.length() > 3 ? number.substring(1, 3) : "";
        return CODES.getOrDefault(three, CODES.getOrDefault(two, "ZZ"));
    }
}
