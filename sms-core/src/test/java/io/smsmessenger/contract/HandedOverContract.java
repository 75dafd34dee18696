package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.NewOutbound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many messages a user has handed over, for limits. */
public abstract class HandedOverContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private int since(long seconds, int atMost) {
        return store().outbox().handedOver(ann, in(seconds), atMost);
    }

    @Test
    @DisplayName("Messages are counted from that time on, over all numbers, whatever became of them")
    void counted() {
        assertThat(since(-3600, 10)).isZero();
        Message one = send(text(line, number()).at(in(1)));
        send(text(line(ann), number()).at(in(2)).bulk());
        send(text(line, number()).at(in(3)).sendAt(in(900)));
        store().outbox().cancel(ann, one.id(), in(4));
        assertThat(since(0, 10)).isEqualTo(3);
        assertThat(since(1, 10)).isEqualTo(3);
        assertThat(since(2, 10)).isEqualTo(2);
        assertThat(since(3, 10)).isEqualTo(1);
        assertThat(since(4, 10)).isZero();
    }

    @Test
    @DisplayName("Counting stops at the limit")
    void atMost() {
        for (int i = 0; i < 5; i++) {
            send(line, number(), "Text " + i);
        }
        assertThat(since(0, 3)).isEqualTo(3);
        assertThat(since(0, 5)).isEqualTo(5);
        assertThat(since(0, 0)).isZero();
    }

    @Test
    @DisplayName("Neither a repetition counts, nor what came in, nor another user's")
    void others() {
        NewOutbound draft = text(line, number()).build();
        send(draft);
        store().outbox().enqueue(draft);
        texts(number(), line, "Hi");
        send(line(user("bob")), number(), "Hi");
        assertThat(since(-3600, 10)).isEqualTo(1);
    }
}
