package io.smsmessenger.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong in the specification itself. A violation is forgiven only by an entry that names it exactly. */
final class KnownDefects {
    /**
     * A mistake in the specification.
     *
     * @param where JSON pointer to the mistaken rule
     * @param rule its keyword
     * @param what the value or name that it wrongly refuses
     * @param why how we know, with the section of the fact sheet about the carrier
     */
    record Defect(String where, String rule, String what, String why) {
        boolean explains(Violation violation) {
            return where.equals(violation.where()) && rule.equals(violation.rule()) && what.equals(violation.what());
        }
    }

    private final List<Defect> defects;
    private final Set<Defect> seen = new HashSet<>();

    KnownDefects(List<Defect> defects) {
        this.defects = List.copyOf(defects);
    }

    static KnownDefects read(String resource) {
        try (InputStream in = KnownDefects.class.getResourceAsStream(resource)) {
            Defect[] defects = JsonMapper.shared().readValue(Objects.requireNonNull(in, resource), Defect[].class);
            return new KnownDefects(List.of(defects));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The violations that are not the specification's own fault. */
    List<Violation> unexplained(List<Violation> violations) {
        List<Violation> rest = new ArrayList<>();
        for (Violation violation : violations) {
            List<Defect> reasons = defects.stream()
                    .filter(defect -> defect.explains(violation))
                    .toList();
            if (reasons.isEmpty()) {
                rest.add(violation);
            }
            seen.addAll(reasons);
        }
        return rest;
    }

    /** Entries that nothing needed; they have to go. */
    List<Defect> stale() {
        return defects.stream().filter(defect -> !seen.contains(defect)).toList();
    }
}
