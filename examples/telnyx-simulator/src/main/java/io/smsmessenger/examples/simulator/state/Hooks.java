package io.smsmessenger.examples.simulator.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events go.
 *
 * @param url tried first, or null for nowhere
 * @param failoverUrl tried when the first did not take it, or null
 */
public record Hooks(@Nullable String url, @Nullable String failoverUrl) {
    /** No webhooks. */
    public static final Hooks NONE = new Hooks(null, null);

    /** The addresses in the order in which they are tried. */
    public List<String> urls() {
        List<String> urls = new ArrayList<>();
        if (url != null && !url.isEmpty()) {
            urls.add(url);
        }
        if (failoverUrl != null && !failoverUrl.isEmpty()) {
            urls.add(failoverUrl);
        }
        return List.copyOf(urls);
    }
}
