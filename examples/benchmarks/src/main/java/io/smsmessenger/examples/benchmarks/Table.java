package io.smsmessenger.examples.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report. Figures are medians over rounds with their range, ratios the medians of each round's. */
final class Table {
    private static final String LINE = "| %-50s | %-9s | %-28s | %-28s | %-18s | %-7s | %-6s |%n";

    private final List<Object[]> rows = new ArrayList<>();
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        out.println(what);
    }

    /** Ours against an anchor. */
    void compare(String what, String unit, Samples ours, Samples anchor, @Nullable Aim aim) {
        Samples ratios = ours.dividedBy(anchor);
        add(what, unit, range(ours), range(anchor), ratios, aim);
    }

    /** A figure that has no anchor. */
    void tell(String what, String unit, double value, @Nullable Aim aim) {
        rows.add(new Object[] {what, unit, figure(value), "", "", aim == null ? "" : aim, verdict(value, aim)});
    }

    private void add(String what, String unit, String ours, String anchor, Samples ratios, @Nullable Aim aim) {
        String ratio = String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", ratios.median(), ratios.least(), ratios.most());
        rows.add(new Object[] {what, unit, ours, anchor, ratio, aim == null ? "" : aim, verdict(ratios.median(), aim)});
    }

    int size() {
        return rows.size();
    }

    void print() {
        out.printf(LINE, "what", "unit", "ours", "anchor", "ours ÷ anchor", "aim", "");
        out.printf(LINE, "---", "---", "---", "---", "---", "---", "---");
        rows.forEach(row -> out.printf(LINE, row));
    }

    private static String verdict(double value, @Nullable Aim aim) {
        return aim == null ? "" : aim.metBy(value) ? "met" : "missed";
    }

    private static String range(Samples samples) {
        return figure(samples.median()) + " (" + figure(samples.least()) + "–" + figure(samples.most()) + ")";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
