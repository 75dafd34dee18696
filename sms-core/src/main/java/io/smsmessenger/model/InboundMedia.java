package io.smsmessenger.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A picture or the like that came with a text, as the carrier describes it. Nothing of it is checked yet.
 *
 * @param url where the carrier keeps it for a while
 * @param contentType what it is said to be, if told
 * @param size bytes it is said to have, if told
 * @param sha256 its digest in hex, if told
 */
public record InboundMedia(
        URI url,
        @Nullable String contentType,
        @Nullable Long size,
        @Nullable String sha256) {
    @Override
    public String toString() {
        return "InboundMedia[" + contentType + ", " + size + " bytes]";
    }
}
