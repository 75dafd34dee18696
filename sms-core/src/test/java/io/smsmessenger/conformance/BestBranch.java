package io.smsmessenger.conformance;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds a value that fits none of several schemas against the one it fits best: of the branches' errors only those of
 * the branch with the fewest stay, and they stand for the error of the whole.
 */
final class BestBranch {
    /** Between equals a wrong kind, which an enum says, is worse than a wrong value. */
    private static final Comparator<List<Error>> BEST = Comparator.<List<Error>>comparingInt(List::size)
            .thenComparing(errors -> errors.stream()
                    .filter(error -> error.getKeyword().equals("enum"))
                    .count());

    private BestBranch() {}

    static List<Error> only(List<Error> errors) {
        List<Error> rest = errors;
        for (Error error : errors) {
            if (error.getKeyword().equals("oneOf") || error.getKeyword().equals("anyOf")) {
                rest = without(rest, error);
            }
        }
        return rest;
    }

    private static List<Error> without(List<Error> errors, Error whole) {
        String prefix = whole.getEvaluationPath() + "/";
        String instance = whole.getInstanceLocation().toString();
        Map<String, List<Error>> branches = errors.stream()
                .filter(error -> below(error, prefix, instance))
                .collect(Collectors.groupingBy(
                        error -> error.getEvaluationPath()
                                .toString()
                                .substring(prefix.length())
                                .replaceAll("/.*", ""),
                        TreeMap::new,
                        Collectors.toList()));
        Optional<List<Error>> best = branches.values().stream().min(BEST);
        if (best.isEmpty()) {
            return errors;
        }
        List<Error> rest = new ArrayList<>(errors);
        rest.removeIf(error -> error.equals(whole)
                || (below(error, prefix, instance) && !best.get().contains(error)));
        return rest;
    }

    private static boolean below(Error error, String prefix, String instance) {
        String at = error.getInstanceLocation().toString();
        return error.getEvaluationPath().toString().startsWith(prefix)
                && (at.equals(instance) || at.startsWith(instance + "/"));
    }
}
