package io.smsmessenger.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Runs all of it and prints one table. Figures are told, never judged by the exit code; a failed check ends the run. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param args which parts to run, all if none are named: {@code send}, {@code accept}, {@code steps}, {@code way},
     *     {@code nudge}
     */
    public static void main(String[] args) throws Exception {
        Table table = new Table(System.out);
        run(Plan.usual(), table, String.join(" ", args));
        table.print();
        // Drivers and pools may leave threads behind that are nobody's business here.
        System.exit(0);
    }

    static void run(Plan plan, Table table, String parts) throws Exception {
        table.say(String.format(
                Locale.ROOT,
                "Java %s, %d processors, load average %.1f at the start. Medians of %d rounds (min–max).",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                plan.rounds()));
        try (CarrierProcess carrier = new CarrierProcess()) {
            if (wanted(parts, "send")) {
                table.say("send …");
                new SendSection(plan, table).run(carrier);
            }
            if (wanted(parts, "accept") || wanted(parts, "steps") || wanted(parts, "way") || wanted(parts, "nudge")) {
                onDatabase(plan, table, parts, carrier);
            }
        }
        table.say(String.format(
                Locale.ROOT,
                "Load average %.1f at the end.",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static void onDatabase(Plan plan, Table table, String parts, CarrierProcess carrier) throws Exception {
        try (Postgres database = new Postgres()) {
            World world = new World(database, plan.peers());
            RawAccept accept = new RawAccept(world);
            if (wanted(parts, "accept")) {
                table.say("accept …");
                new AcceptSection(plan, table, world, accept).run();
            }
            if (wanted(parts, "steps")) {
                table.say("claim and record …");
                new StepsSection(plan, table, world, accept).run();
            }
            if (wanted(parts, "way")) {
                table.say("the whole way …");
                new WaySection(plan, table, world, accept, carrier).run();
            }
            if (wanted(parts, "nudge")) {
                table.say("commit → POST …");
                new NudgeSection(plan, table, world).run();
            }
        }
    }

    private static boolean wanted(String parts, String part) {
        return parts.isBlank() || parts.contains(part);
    }
}
