package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Walks a list page by page, there and back again. */
final class PageWalk {
    private PageWalk() {}

    /** Asserts that walking in pages of this size shows exactly these, in this order, in both directions. */
    static <T> void assertWalks(List<T> expected, int limit, Function<PageRequest, Page<T>> list) {
        assertThat(forward(limit, list)).as("walked forward").containsExactlyElementsOf(expected);
        assertThat(backward(limit, list)).as("walked there and back").containsExactlyElementsOf(expected);
    }

    static <T> List<T> forward(int limit, Function<PageRequest, Page<T>> list) {
        List<T> seen = new ArrayList<>();
        Page<T> page = list.apply(PageRequest.first(limit));
        assertThat(page.hasBefore()).as("more before the first page").isFalse();
        seen.addAll(page.items());
        Optional<Cursor> next = page.next();
        while (next.isPresent()) {
            page = list.apply(PageRequest.first(limit).after(next.get()));
            assertThat(page.items()).as("a page that was promised").hasSizeBetween(1, limit);
            assertThat(page.hasBefore()).as("more before a later page").isTrue();
            seen.addAll(page.items());
            next = page.next();
        }
        assertThat(page.hasAfter()).as("more after the last page").isFalse();
        return seen;
    }

    /** To the last item, then back from it. */
    private static <T> List<T> backward(int limit, Function<PageRequest, Page<T>> list) {
        Page<T> page = list.apply(PageRequest.first(limit));
        while (page.hasAfter()) {
            page = list.apply(PageRequest.first(limit).after(Objects.requireNonNull(page.last())));
        }
        List<T> seen = new ArrayList<>(page.items());
        while (page.hasBefore()) {
            page = list.apply(PageRequest.first(limit).before(Objects.requireNonNull(page.first())));
            assertThat(page.items()).as("a page that was promised").hasSizeBetween(1, limit);
            assertThat(page.hasAfter()).as("more after an earlier page").isTrue();
            seen.addAll(0, page.items());
        }
        return seen;
    }
}
