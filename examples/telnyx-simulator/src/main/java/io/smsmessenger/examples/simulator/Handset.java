package io.smsmessenger.examples.simulator;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.state.HandsetMessage;
import java.util.List;

/** A customer's phone: text from it, and see what arrived on it. */
public final class Handset {
    private final Carrier carrier;
    private final String number;

    Handset(Carrier carrier, String number) {
        this.carrier = carrier;
        this.number = number;
    }

    /** Its number. */
    public String number() {
        return number;
    }

    /**
     * Texts one of the account's numbers; the answer is what was sent.
     *
     * @throws IllegalArgumentException when {@code to} is no number of the account
     */
    public HandsetMessage text(String to, String text) {
        return text(to, text, List.of());
    }

    /**
     * Texts with pictures.
     *
     * @throws IllegalArgumentException when {@code to} is no number of the account
     */
    public HandsetMessage text(String to, String text, List<String> mediaUrls) {
        return carrier.receiving()
                .text(number, to, text, mediaUrls)
                .orElseThrow(() -> new IllegalArgumentException(to + " is no number of the simulated account"));
    }

    /** What it received and sent, oldest first. */
    public List<HandsetMessage> messages() {
        return carrier.store().handsetMessages().all().stream()
                .filter(message -> message.handset().equals(number))
                .toList();
    }

    @Override
    public String toString() {
        return "Handset";
    }
}
