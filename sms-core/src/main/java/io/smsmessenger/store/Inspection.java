package io.smsmessenger.store;

import java.util.List;

/**
 * Whether a store is fit to be sent from.
 *
 * @param defects what a promise rests on and is missing, a unique key by its table and columns: with any of these
 *     nothing may be dispatched
 * @param warnings what weakens a promise, such as a database that confirms commits before they are safe
 */
public record Inspection(List<String> defects, List<String> warnings) {
    public Inspection {
        defects = List.copyOf(defects);
        warnings = List.copyOf(warnings);
    }

    /** Nothing to complain of. */
    public static Inspection sound() {
        return new Inspection(List.of(), List.of());
    }
}
