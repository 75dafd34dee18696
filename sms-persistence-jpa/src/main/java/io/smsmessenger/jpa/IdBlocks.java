package io.smsmessenger.jpa;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Gives out ids in blocks of {@value #SIZE}. A block is drawn on the connection that the caller uses anyway, belongs to
 * this node from then on, and is not given back when that transaction rolls back: gaps are harmless, twins are not.
 */
final class IdBlocks {
    /** The increment of {@code sms_id_seq}. */
    static final int SIZE = 100;

    private final AtomicReference<Block> current = new AtomicReference<>(new Block(0, 0));

    /**
     * The next id.
     *
     * @param draw draws the first id of a new block from the database
     */
    long next(LongSupplier draw) {
        while (true) {
            Block block = Objects.requireNonNull(current.get());
            if (block.next() < block.end()) {
                if (current.compareAndSet(block, new Block(block.next() + 1, block.end()))) {
                    return block.next();
                }
            } else {
                // Nobody waits for another's connection: two threads may draw at once, and one block's rest is lost.
                long first = draw.getAsLong();
                current.set(new Block(first + 1, first + SIZE));
                return first;
            }
        }
    }

    /** What is left: from {@code next}, {@code end} not included. */
    private record Block(long next, long end) {}
}
