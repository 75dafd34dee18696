package io.smsmessenger.model;

import java.net.URI;
import java.util.List;

/**
 * What a message says: a text, media by address, or both. Private data: {@link #toString()} tells only sizes.
 *
 * @param text the text, empty for a message of media alone
 * @param media addresses of pictures and the like, in order
 */
public record Content(String text, List<URI> media) {
    public Content {
        media = List.copyOf(media);
    }

    public static Content text(String text) {
        return new Content(text, List.of());
    }

    public boolean isEmpty() {
        return text.isBlank() && media.isEmpty();
    }

    @Override
    public String toString() {
        return "Content[" + text.length() + " characters, " + media.size() + " media]";
    }
}
