package io.smsmessenger.http;

import java.net.URI;
import okhttp3.HttpUrl;

/** Where requests go, read once and used for many. */
public final class HttpAddress {
    private final HttpUrl url;

    private HttpAddress(HttpUrl url) {
        this.url = url;
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is not an absolute http or https address
     */
    public static HttpAddress of(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        if (url == null) {
            throw new IllegalArgumentException("an absolute http or https address is needed");
        }
        return new HttpAddress(url);
    }

    /** This address with one more path segment, which is escaped. */
    public HttpAddress with(String segment) {
        return new HttpAddress(url.newBuilder().addPathSegment(segment).build());
    }

    /** This address with one more parameter in its query; name and value are escaped. */
    public HttpAddress with(String name, String value) {
        return new HttpAddress(url.newBuilder().addQueryParameter(name, value).build());
    }

    HttpUrl url() {
        return url;
    }
}
