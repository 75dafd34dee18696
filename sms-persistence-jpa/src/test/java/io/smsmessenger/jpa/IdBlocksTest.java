package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdBlocksTest {
    @Test
    void no_id_is_given_out_twice_by_several_threads_of_several_nodes() throws Exception {
        AtomicLong sequence = new AtomicLong(1);
        List<IdBlocks> nodes = List.of(new IdBlocks(), new IdBlocks());
        List<long[]> given = Crowd.run(
                8,
                thread -> LongStream.range(0, 5_000)
                        .map(i -> nodes.get(thread % 2).next(() -> sequence.getAndAdd(IdBlocks.SIZE)))
                        .toArray());
        assertThat(given.stream().flatMapToLong(LongStream::of).boxed())
                .hasSize(40_000)
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0 && id < sequence.get());
    }
}
