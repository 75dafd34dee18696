package io.smsmessenger.store;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.Conversation;

/** How a text is cut for the list of conversations, for implementers of stores. */
public final class Previews {
    private Previews() {}

    /**
     * The beginning of the text, up to {@link Conversation#PREVIEW_LENGTH} UTF-16 units and never half a character;
     * empty for media alone.
     */
    public static String of(Content content) {
        String text = content.text();
        if (text.length() <= Conversation.PREVIEW_LENGTH) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(Conversation.PREVIEW_LENGTH - 1))
                && Character.isLowSurrogate(text.charAt(Conversation.PREVIEW_LENGTH));
        return text.substring(0, splits ? Conversation.PREVIEW_LENGTH - 1 : Conversation.PREVIEW_LENGTH);
    }
}
