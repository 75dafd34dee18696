package io.smsmessenger.memory;

import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.store.Keyset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Cuts pages out of rows. */
final class Pages {
    static final Comparator<Keyset> FIRST_MADE_FIRST = Comparator.comparingLong(Keyset::id);
    static final Comparator<Keyset> OLDEST_FIRST =
            Comparator.comparing(Keyset::at).thenComparingLong(Keyset::id);
    static final Comparator<Keyset> NEWEST_FIRST = OLDEST_FIRST.reversed();

    private Pages() {}

    /** The page of these rows, which come in any order, by their places in this order. */
    static <T> Page<T> cut(
            Collection<T> rows, Function<T, Keyset> place, Comparator<Keyset> order, PageRequest request) {
        List<T> all = rows.stream().sorted(Comparator.comparing(place, order)).toList();
        int from = 0;
        int to = all.size();
        if (request.after() != null) {
            Keyset cursor = Keyset.of(request.after());
            from = count(all, row -> order.compare(place.apply(row), cursor) <= 0);
        }
        if (request.before() != null) {
            Keyset cursor = Keyset.of(request.before());
            to = count(all, row -> order.compare(place.apply(row), cursor) < 0);
            from = Math.max(0, to - request.limit());
        }
        List<T> items = all.subList(from, Math.min(to, from + request.limit()));
        if (items.isEmpty()) {
            return Page.empty();
        }
        return new Page<>(
                items,
                place.apply(items.get(0)).cursor(),
                place.apply(items.get(items.size() - 1)).cursor(),
                request.after() != null || from > 0,
                request.before() != null || from + items.size() < all.size());
    }

    private static <T> int count(List<T> rows, java.util.function.Predicate<T> before) {
        return (int) rows.stream().takeWhile(before).count();
    }
}
