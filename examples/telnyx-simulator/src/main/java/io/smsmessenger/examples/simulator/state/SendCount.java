package io.smsmessenger.examples.simulator.state;

/**
 * What the journal knows of the sends with one planted reference.
 *
 * @param posts how many were read to their end
 * @param accepted how many of these the carrier took, whatever it answered
 */
public record SendCount(int posts, int accepted) {
    static final SendCount NONE = new SendCount(0, 0);

    SendCount plus(JournalEntry entry) {
        return new SendCount(posts + 1, accepted + (entry.messageId() == null ? 0 : 1));
    }
}
