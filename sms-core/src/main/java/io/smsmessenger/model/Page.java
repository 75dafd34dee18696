package io.smsmessenger.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, in the list's own order.
 *
 * @param items what was read
 * @param first the place of the first item, null when there is none: read before it for what came in since
 * @param last the place of the last item, null when there is none
 * @param hasBefore whether there is more before the first; always on a page after a cursor, even if what was there is
 *     gone since
 * @param hasAfter whether there is more after the last; always on a page before a cursor, even if what was there is gone
 *     since
 * @param <T> what the list holds
 */
public record Page<T>(
        List<T> items, @Nullable Cursor first, @Nullable Cursor last, boolean hasBefore, boolean hasAfter) {
    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null, null, false, false);
    }

    /** How to read on, empty at the end. */
    public Optional<Cursor> next() {
        return hasAfter ? Optional.ofNullable(last) : Optional.empty();
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), first, last, hasBefore, hasAfter);
    }
}
