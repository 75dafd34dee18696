package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of conversations: its order, its pages and its filters. */
public abstract class ConversationListContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private Conversation heardFrom(Address peer, Instant at) {
        return stored(receive(incoming(peer, line).receivedAt(at))).conversation();
    }

    private Page<Conversation> page(PageRequest request) {
        return store().conversations().page(ann, ConversationFilter.all(), request);
    }

    private List<ConversationId> listed(
            @Nullable Boolean unread, @Nullable ConversationState state, @Nullable NumberId number) {
        return store()
                .conversations()
                .page(ann, new ConversationFilter(unread, state, number), PageRequest.first(50))
                .items()
                .stream()
                .map(Conversation::id)
                .toList();
    }

    @Test
    @DisplayName("Latest activity comes first, and of equal times the one made last")
    void order() {
        Conversation old = heardFrom(number(), in(-60));
        Conversation one = heardFrom(number(), now);
        Conversation two = heardFrom(number(), now);
        Conversation fresh = heardFrom(number(), in(60));

        assertThat(page(PageRequest.first(10)).items()).containsExactly(fresh, two, one, old);
    }

    @Test
    @DisplayName("Pages neither repeat nor skip among equal times, in both directions")
    void pagesOfEqualTimes() {
        List<Conversation> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(heardFrom(number(), i < 2 ? in(-1) : now));
        }
        all.sort(Comparator.comparing(Conversation::lastActivityAt)
                .thenComparing(conversation -> conversation.id().value())
                .reversed());
        PageWalk.assertWalks(all, 3, this::page);
    }

    @Test
    @DisplayName("What comes in between two pages is found before the first, and moves nothing else")
    void whileRowsArrive() {
        Conversation one = heardFrom(number(), in(1));
        Conversation two = heardFrom(number(), in(2));
        Conversation three = heardFrom(number(), in(3));
        Page<Conversation> first = page(PageRequest.first(2));
        Conversation fresh = heardFrom(number(), in(4));

        Page<Conversation> second = page(PageRequest.first(2).after(Objects.requireNonNull(first.last())));
        Page<Conversation> news = page(PageRequest.first(2).before(Objects.requireNonNull(first.first())));
        assertThat(first.items()).containsExactly(three, two);
        assertThat(second.items()).containsExactly(one);
        assertThat(news.items()).containsExactly(fresh);
        assertThat(news.hasBefore()).isFalse();
    }

    @Test
    @DisplayName("A page before a cursor holds those next to it, in the list's order")
    void nextToTheCursor() {
        Conversation anchor = heardFrom(number(), now);
        Page<Conversation> first = page(PageRequest.first(1));
        Conversation one = heardFrom(number(), in(1));
        Conversation two = heardFrom(number(), in(2));
        heardFrom(number(), in(3));

        Page<Conversation> news = page(PageRequest.first(2).before(Objects.requireNonNull(first.first())));
        assertThat(first.items()).containsExactly(anchor);
        assertThat(news.items()).containsExactly(two, one);
        assertThat(news.hasBefore()).isTrue();
        assertThat(news.hasAfter()).isTrue();
    }

    @Test
    @DisplayName("An empty page has no places")
    void empty() {
        Page<Conversation> page = page(PageRequest.first(10));
        assertThat(page.items()).isEmpty();
        assertThat(page.first()).isNull();
        assertThat(page.last()).isNull();
        assertThat(page.next()).isEmpty();
        assertThat(page.hasBefore()).isFalse();
    }

    @Test
    @DisplayName("A cursor that no page gave is refused")
    void brokenCursor() {
        assertRefused(Problem.INVALID_CURSOR, () -> page(PageRequest.first(10).after(new Cursor("nonsense"))));
    }

    @Test
    @DisplayName("The cursor of one user shows another only their own")
    void anothersCursor() {
        Conversation annas = heardFrom(number(), in(-1));
        NumberAssignment bobs = line(user("bob"));
        texts(number(), bobs, "1");
        texts(number(), bobs, "2");
        Cursor cursor = Objects.requireNonNull(store().conversations()
                .page(user("bob"), ConversationFilter.all(), PageRequest.first(1))
                .last());

        assertThat(page(PageRequest.first(10).after(cursor)).items()).containsExactly(annas);
    }

    @Test
    @DisplayName("Unread ones are those with unread texts and those marked")
    void unread() {
        Conversation fresh = heardFrom(number(), in(1));
        Message text =
                stored(receive(incoming(number(), line).receivedAt(in(2)))).message();
        store().conversations().markRead(ann, text.conversationId(), text.id());
        assertThat(listed(true, null, null)).containsExactly(fresh.id());
        assertThat(listed(false, null, null)).containsExactly(text.conversationId());

        store().conversations().markUnread(ann, text.conversationId());
        assertThat(listed(true, null, null)).containsExactly(text.conversationId(), fresh.id());
        assertThat(listed(false, null, null)).isEmpty();
    }

    @Test
    @DisplayName("Open and done ones are listed apart")
    void state() {
        Conversation open = heardFrom(number(), now);
        Conversation done = heardFrom(number(), now);
        store().conversations().setState(ann, done.id(), ConversationState.DONE);

        assertThat(listed(null, ConversationState.OPEN, null)).containsExactly(open.id());
        assertThat(listed(null, ConversationState.DONE, null)).containsExactly(done.id());
        assertThat(listed(true, ConversationState.DONE, null)).containsExactly(done.id());
        assertThat(listed(false, ConversationState.DONE, null)).isEmpty();
    }

    @Test
    @DisplayName("Each number has its own, and one given up keeps them")
    void byNumber() {
        Conversation here = heardFrom(number(), now);
        NumberAssignment other = line(ann);
        Conversation there = texts(number(), other, "Hi").conversation();
        store().numbers().release(line.number(), in(1));

        assertThat(listed(null, null, line.id())).containsExactly(here.id());
        assertThat(listed(null, null, other.id())).containsExactly(there.id());
        assertThat(listed(null, null, line(user("bob")).id())).isEmpty();
    }

    @Test
    @DisplayName("A filter stays from page to page")
    void filteredPages() {
        List<Conversation> done = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            heardFrom(number(), in(2L * i));
            done.add(0, heardFrom(number(), in(2L * i + 1)));
        }
        done.replaceAll(conversation -> store().conversations()
                .setState(ann, conversation.id(), ConversationState.DONE)
                .orElseThrow());
        ConversationFilter filter = new ConversationFilter(null, ConversationState.DONE, null);
        PageWalk.assertWalks(done, 2, request -> store().conversations().page(ann, filter, request));
    }

    @Test
    @DisplayName("The latest with a peer is the one last active on an open number")
    void latestWith() {
        Address peer = number();
        Conversation here = heardFrom(peer, in(1));
        NumberAssignment other = line(ann);
        Conversation there =
                stored(receive(incoming(peer, other).receivedAt(in(2)))).conversation();
        heardFrom(number(), in(3));

        assertThat(store().conversations().latestWith(ann, peer)).contains(there);
        store().numbers().release(other.number(), in(10));
        assertThat(store().conversations().latestWith(ann, peer)).contains(here);
        store().numbers().release(line.number(), in(10));
        assertThat(store().conversations().latestWith(ann, peer)).isEmpty();
    }
}
