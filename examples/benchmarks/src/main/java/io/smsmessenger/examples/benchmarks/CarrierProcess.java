package io.smsmessenger.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** The carrier in a process of its own, so that its CPU time is not ours. It is spoken to over its standard streams. */
final class CarrierProcess implements AutoCloseable {
    private static final String FORGET = "forget";
    private static final String COUNT = "count";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final int port;

    CarrierProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CarrierProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        port = Integer.parseInt(line(answers));
    }

    public static void main(String[] args) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (CannedCarrier carrier = new CannedCarrier(arrival -> {})) {
            System.out.println(carrier.port());
            // The end of the stream is the end of the one who asked for us.
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals(FORGET)) {
                    carrier.forget();
                }
                System.out.println(carrier.posts() + " " + carrier.distinct());
            }
        }
    }

    URI baseUrl(Duration wait) {
        return CannedCarrier.baseUrl(port, wait);
    }

    void forget() throws IOException {
        ask(FORGET);
    }

    /** Fails unless so many requests came, each with another text. */
    void expect(long messages) throws IOException {
        String count = ask(COUNT);
        Checks.that(count.equals(messages + " " + messages), "posts and different texts: " + count + " of " + messages);
    }

    private String ask(String order) throws IOException {
        orders.println(order);
        return line(answers);
    }

    private static String line(BufferedReader answers) throws IOException {
        return Objects.requireNonNull(answers.readLine(), "the carrier's process has ended");
    }

    @Override
    public void close() {
        orders.close();
    }
}
