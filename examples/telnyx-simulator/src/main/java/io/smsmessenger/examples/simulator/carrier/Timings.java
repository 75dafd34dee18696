package io.smsmessenger.examples.simulator.carrier;

import java.time.Duration;

/**
 * How fast the carrier is.
 *
 * @param step from queued to sent, from sent to its end, and from a handset to the first webhook
 * @param answerLimit how long a webhook's receiver may take
 * @param backOff before the second attempt; doubles for each further one
 * @param attemptsPerUrl how often one URL is tried
 * @param lateReceipt the delay of a number that answers late
 * @param hang how long a number that hangs holds the answer to a send back
 * @param order until a number order is done
 */
public record Timings(
        Duration step,
        Duration answerLimit,
        Duration backOff,
        int attemptsPerUrl,
        Duration lateReceipt,
        Duration hang,
        Duration order) {

    /** As Telnyx: 2 seconds to answer, 3 attempts per URL, receipts within a second. */
    public static Timings real() {
        return new Timings(
                Duration.ofMillis(400),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                3,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }

    /** For tests: milliseconds between events; the answer limit stays at 2 seconds. */
    public static Timings fast() {
        return new Timings(
                Duration.ofMillis(2),
                Duration.ofSeconds(2),
                Duration.ofMillis(20),
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofMillis(30));
    }

    /** The same with another delay between steps. */
    public Timings withStep(Duration value) {
        return new Timings(value, answerLimit, backOff, attemptsPerUrl, lateReceipt, hang, order);
    }

    /** The same with another limit for receivers. */
    public Timings withAnswerLimit(Duration value) {
        return new Timings(step, value, backOff, attemptsPerUrl, lateReceipt, hang, order);
    }

    /** The same with another pause before the second attempt. */
    public Timings withBackOff(Duration value) {
        return new Timings(step, answerLimit, value, attemptsPerUrl, lateReceipt, hang, order);
    }

    /** The same with another delay for late receipts. */
    public Timings withLateReceipt(Duration value) {
        return new Timings(step, answerLimit, backOff, attemptsPerUrl, value, hang, order);
    }

    /** The same with another time to hang. */
    public Timings withHang(Duration value) {
        return new Timings(step, answerLimit, backOff, attemptsPerUrl, lateReceipt, value, order);
    }
}
