package io.smsmessenger.jpa;

import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.store.Keyset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reading part of a list by place: one row more than asked for tells whether there is more. */
final class Pages {
    private Pages() {}

    /** The place to read from, null at the start of the list. */
    static @Nullable Keyset place(PageRequest request) {
        Cursor cursor = request.before() == null ? request.after() : request.before();
        return cursor == null ? null : Keyset.of(cursor);
    }

    /**
     * The condition and order for a list that shows the highest first. The first half of the condition is what an index
     * can be entered by.
     *
     * @param at parameter that holds the place's time, the place's id being the next
     */
    static String descending(PageRequest request, String time, String id, int at) {
        return ordered(request, request.before() != null, time, id, at);
    }

    /** The same for a list that shows the lowest first. */
    static String ascending(PageRequest request, String time, String id, int at) {
        return ordered(request, request.before() == null, time, id, at);
    }

    private static String ordered(PageRequest request, boolean up, String time, String id, int at) {
        String less = up ? ">" : "<";
        String direction = up ? " asc" : " desc";
        String order = " order by " + time + direction + ", " + id + direction;
        if (request.before() == null && request.after() == null) {
            return order;
        }
        return " and " + time + " " + less + "= ?" + at + " and (" + time + " " + less + " ?" + at + " or " + id + " "
                + less + " ?" + (at + 1) + ")" + order;
    }

    /** Cuts to the page what was read from the place, nearest first, one row more than the limit. */
    static <T> Page<T> cut(PageRequest request, List<T> read, Function<T, Keyset> place) {
        boolean more = read.size() > request.limit();
        List<T> items = new ArrayList<>(more ? read.subList(0, request.limit()) : read);
        boolean backward = request.before() != null;
        if (backward) {
            Collections.reverse(items);
        }
        if (items.isEmpty()) {
            return Page.empty();
        }
        return new Page<>(
                items,
                place.apply(items.get(0)).cursor(),
                place.apply(items.get(items.size() - 1)).cursor(),
                backward ? more : request.after() != null,
                backward || more);
    }
}
