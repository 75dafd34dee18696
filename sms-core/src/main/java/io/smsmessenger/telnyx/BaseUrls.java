package io.smsmessenger.telnyx;

import java.net.URI;
import java.util.Set;

/** Where an API key may be sent. */
final class BaseUrls {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private BaseUrls() {}

    /** Refuses what is no plain address of a server, or would show the key to everybody on the way. */
    static void check(URI url, boolean plainHttp) {
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        if ((!https && !http) || url.getHost() == null || !plain) {
            throw new IllegalArgumentException("The base URL of Telnyx must be an https address without user, query and"
                    + " fragment, like " + TelnyxProvider.DEFAULT_BASE_URL + ".");
        }
        if (http && !plainHttp && !THIS_MACHINE.contains(url.getHost())) {
            throw new IllegalArgumentException(
                    "The base URL of Telnyx must be https, or everybody on the way could read"
                            + " the API key. For a test on another machine call allowPlainHttp().");
        }
    }
}
