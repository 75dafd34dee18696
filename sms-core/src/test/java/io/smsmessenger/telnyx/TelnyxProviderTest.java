package io.smsmessenger.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Encoding;
import io.smsmessenger.testing.SignedWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelnyxProviderTest {
    private static final String PUBLIC_KEY = SignedWebhook.publicKey(SignedWebhook.newKeys());

    @Test
    void needs_two_keys() {
        try (TelnyxProvider telnyx =
                TelnyxProvider.builder().apiKey("KEY-abc").publicKey(PUBLIC_KEY).build()) {
            assertThat(telnyx.name()).isEqualTo("telnyx");
            assertThat(telnyx.maxParts()).isEqualTo(10);
            assertThat(telnyx.maxMedia()).isEqualTo(10);
            assertThat(telnyx.segments("€").encoding()).isEqualTo(Encoding.GSM_7);
            assertThat(telnyx.segments("Ç").encoding()).isEqualTo(Encoding.UCS_2);
            assertThat(telnyx).hasToString("TelnyxProvider[https://api.telnyx.com/v2]");
        }
    }

    @Test
    void says_what_is_missing() {
        assertThatThrownBy(() -> TelnyxProvider.builder().publicKey(PUBLIC_KEY).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apiKey(...)");
        assertThatThrownBy(() -> TelnyxProvider.builder().apiKey("KEY-abc").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("publicKey(...)")
                .hasMessageContaining("withoutWebhooks()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "KEY\r\nX: y", "KEYé"})
    void refuses_what_is_no_api_key(String key) {
        assertThatThrownBy(() -> TelnyxProvider.builder().apiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("two words")
                .hasMessageContaining("portal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.telnyx.com/v2",
                "ftp://api.telnyx.com/v2",
                "https://user:secret@api.telnyx.com/v2",
                "https://api.telnyx.com/v2?x=1",
                "https://api.telnyx.com/v2#x",
                "/v2",
                "https:///v2"
            })
    void refuses_addresses_that_a_key_should_not_go_to(String url) {
        assertThatThrownBy(() -> builder().baseUrl(URI.create(url)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_simulator_may_be_plain() {
        builder().baseUrl(URI.create("http://localhost:8080")).build().close();
        builder()
                .baseUrl(URI.create("http://simulator:8080/v2"))
                .allowPlainHttp()
                .build()
                .close();
    }

    @Test
    void refuses_times_that_make_no_sense() {
        assertThatThrownBy(() -> builder().tolerance(Duration.ZERO).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().callTimeout(Duration.ofSeconds(-1)).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().connectTimeout(Duration.ZERO).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_shows_a_key() {
        try (TelnyxProvider telnyx = builder().build()) {
            assertThat(telnyx.toString()).doesNotContain("KEY-abc", PUBLIC_KEY);
        }
        assertThat(new ApiKey(() -> "KEY-abc").toString()).doesNotContain("KEY-abc");
    }

    @Test
    void reads_the_environment() {
        Map<String, String> variables = new HashMap<>();
        assertThatThrownBy(() -> TelnyxEnvironment.read(variables::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TELNYX_API_KEY");

        variables.put("TELNYX_API_KEY", " KEY-abc ");
        assertThatThrownBy(() -> TelnyxEnvironment.read(variables::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TELNYX_PUBLIC_KEY")
                .hasMessageNotContaining("KEY-abc");

        variables.put("TELNYX_WEBHOOK_SECRET", "hush");
        assertThatThrownBy(() -> TelnyxEnvironment.read(variables::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no shared secret")
                .hasMessageNotContaining("hush");

        variables.put("TELNYX_PUBLIC_KEY", PUBLIC_KEY + ", " + PUBLIC_KEY);
        TelnyxEnvironment.read(variables::get).build().close();
    }

    private static TelnyxProvider.Builder builder() {
        return TelnyxProvider.builder().apiKey("KEY-abc").publicKey(PUBLIC_KEY);
    }
}
