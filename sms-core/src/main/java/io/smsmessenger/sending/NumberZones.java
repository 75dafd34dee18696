package io.smsmessenger.sending;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.PhoneNumber;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * The zones that a number's area may be in: in North America by area code, elsewhere by country. An area that two zones
 * share gets both. People move and take their numbers along, so it is a likelihood; a host that knows better says so.
 */
final class NumberZones implements RecipientZones {
    private static final String NORTH_AMERICA = "1";

    private final Prefixes<Set<ZoneId>> zones;

    NumberZones() {
        Map<String, Set<String>> names = new HashMap<>();
        read(NorthAmericanAreas.ZONES, NORTH_AMERICA, names);
        read(CountryZones.ZONES, "", names);
        Map<String, Set<ZoneId>> byPrefix = new HashMap<>();
        names.forEach((prefix, each) -> byPrefix.put(prefix, zones(each)));
        this.zones = Prefixes.of(byPrefix);
    }

    @Override
    public Set<ZoneId> of(Address recipient) {
        return recipient instanceof PhoneNumber ? zones.find(recipient.value()).orElse(Set.of()) : Set.of();
    }

    /** Lines of a zone and the prefixes of numbers that may be in it. */
    private static void read(String table, String before, Map<String, Set<String>> into) {
        table.lines().forEach(line -> {
            StringTokenizer words = new StringTokenizer(line);
            String zone = words.nextToken();
            while (words.hasMoreTokens()) {
                into.computeIfAbsent(before + words.nextToken(), prefix -> new TreeSet<>())
                        .add(zone);
            }
        });
    }

    private static Set<ZoneId> zones(Set<String> names) {
        Set<ZoneId> known = new HashSet<>();
        for (String name : names) {
            known.add(ZoneId.of(name));
        }
        return Collections.unmodifiableSet(known);
    }
}
