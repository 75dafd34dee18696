package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param data what was read
 * @param page how to read on
 * @param <T> what the list holds
 */
record PageView<T>(List<T> data, Places page) {
    static <S, T> PageView<T> of(Page<S> page, Function<S, T> view) {
        return new PageView<>(
                page.items().stream().map(view).toList(),
                new Places(value(page.first()), value(page.last()), page.hasBefore(), page.hasAfter()));
    }

    /** The same turned round, for a list that is shown the other way. */
    static <S, T> PageView<T> reversed(Page<S> page, Function<S, T> view) {
        List<T> items = new ArrayList<>(page.items().stream().map(view).toList());
        Collections.reverse(items);
        return new PageView<>(
                items, new Places(value(page.last()), value(page.first()), page.hasAfter(), page.hasBefore()));
    }

    private static @Nullable String value(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.value();
    }

    /**
     * Where a page stands in its list, as it is shown.
     *
     * @param before the cursor to hand back as {@code before}, null when the page is empty
     * @param after the cursor to hand back as {@code after}, null when the page is empty
     * @param hasBefore whether there is more before the first
     * @param hasAfter whether there is more after the last
     */
    record Places(@Nullable String before, @Nullable String after, boolean hasBefore, boolean hasAfter) {}
}
