package io.smsmessenger.examples.simulator.carrier;

import java.util.Locale;
import java.util.Optional;

/** The words the carrier acts on by itself, when they are the whole message. */
enum Keyword {
    STOP("You are unsubscribed and will get no more messages from this sender. Reply START to subscribe again."),
    START("You are subscribed again. Reply STOP to unsubscribe."),
    HELP("Please contact the sender for help. Reply STOP to unsubscribe.");

    private final String reply;

    Keyword(String reply) {
        this.reply = reply;
    }

    String reply() {
        return reply;
    }

    static Optional<Keyword> of(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT" -> Optional.of(STOP);
            case "START", "UNSTOP" -> Optional.of(START);
            case "HELP" -> Optional.of(HELP);
            default -> Optional.empty();
        };
    }
}
