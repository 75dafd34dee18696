package io.smsmessenger.spring;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Telnyx.
 *
 * @param apiKey API v2 key, from the page "API Keys" of the Telnyx portal; falls back to TELNYX_API_KEY.
 * @param publicKey Keys that webhooks are signed with, in base64, from the page "Keys and Credentials" of the Telnyx
 *     portal; falls back to TELNYX_PUBLIC_KEY.
 * @param baseUrl Address of the API.
 * @param allowPlainHttp Whether the address may be http to another machine, where the API key can be read on the way.
 * @param connectTimeout Longest wait for a connection.
 * @param callTimeout Longest wait for the end of a whole request; a send that ends by it has an unknown outcome.
 */
@ConfigurationProperties("sms.telnyx")
record SmsTelnyxProperties(
        @Nullable String apiKey,
        @DefaultValue List<String> publicKey,
        @DefaultValue("https://api.telnyx.com/v2") URI baseUrl,
        @DefaultValue("false") boolean allowPlainHttp,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration callTimeout) {
    @Override
    public String toString() {
        return "SmsTelnyxProperties[" + baseUrl + "]";
    }
}
