package io.smsmessenger.telnyx;

import io.smsmessenger.model.InboundMedia;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what came with a text. What has no web address is left out, since nothing could be done with it. */
final class MediaReader {
    /** Longer addresses than Telnyx itself takes (code 10003) are none that lead to a picture. */
    private static final int MAX_URL = 2000;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private MediaReader() {}

    static List<InboundMedia> read(JsonNode media) {
        return media.valueStream().flatMap(one -> one(one).stream()).toList();
    }

    private static Optional<InboundMedia> one(JsonNode media) {
        return url(Fields.text(media, "url"))
                .map(url -> new InboundMedia(
                        url,
                        either(media, "content_type", "type"),
                        Fields.count(media, "size"),
                        digest(either(media, "sha256", "hash_sha256"))));
    }

    /** Nothing but http and https: other schemes have no business in a page that shows the picture. */
    private static Optional<URI> url(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text.strip().replace(" ", "%20"));
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean web = url.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
            return web && text.length() <= MAX_URL ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static @Nullable String either(JsonNode media, String usual, String seen) {
        String value = Fields.text(media, usual);
        return value == null ? Fields.text(media, seen) : value;
    }

    private static @Nullable String digest(@Nullable String hex) {
        String digest = hex == null ? "" : hex.strip().toLowerCase(Locale.ROOT);
        return SHA256.matcher(digest).matches() ? digest : null;
    }
}
