package io.smsmessenger.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every contestant runs and passes its checks, so that the benchmarks do not rot. The figures mean nothing here. */
class BenchmarksTest {
    @Test
    void every_contestant_runs_and_is_right() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Table table = new Table(new PrintStream(out, true, StandardCharsets.UTF_8));

        Benchmarks.run(Plan.tiny(), table, "");
        table.print();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("| send, 1 thread, 0 ms")
                .contains("| accept, 100 a transaction")
                .contains("| claim by 100")
                .contains("| whole way, 16 hands, 50 ms")
                .contains("| commit → POST, idle, p99")
                .doesNotContain("NaN");
    }
}
