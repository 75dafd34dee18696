package io.smsmessenger.examples.messenger.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to be played once. People and numbers are made up.
 *
 * @param peer the customer's number
 * @param name what Alice calls the customer, if she does
 * @param number which of Alice's numbers it is with
 * @param read whether Alice has read it
 * @param lines what is said
 */
record Script(String peer, @Nullable String name, String number, boolean read, List<Line> lines) {
    static final List<Script> ALL = List.of(
            new Script(
                    "+12025550147",
                    "Dana Chen",
                    DemoNumbers.SALES,
                    true,
                    List.of(
                            Line.fromPeer("Can we go through the contract today?"),
                            Line.fromAlice("Of course. See you at 5."))),
            new Script(
                    "+12025550123",
                    "Maria Lopez",
                    DemoNumbers.SUPPORT,
                    true,
                    List.of(
                            Line.fromPeer("Hi, is my order ready?"),
                            Line.fromAlice("Yes, come any time before 6."),
                            Line.fromPeer("Ok thanks!"))),
            new Script(
                    "+16475550187",
                    null,
                    DemoNumbers.SUPPORT,
                    false,
                    List.of(Line.fromPeer("Hello, do you deliver on Saturdays?"))));

    /**
     * One text.
     *
     * @param byPeer whether the customer says it
     * @param text the words
     */
    record Line(boolean byPeer, String text) {
        static Line fromPeer(String text) {
            return new Line(true, text);
        }

        static Line fromAlice(String text) {
            return new Line(false, text);
        }
    }
}
