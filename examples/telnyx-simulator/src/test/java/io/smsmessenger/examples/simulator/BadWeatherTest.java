package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.examples.simulator.carrier.Odds;
import io.smsmessenger.examples.simulator.carrier.RateLimit;
import io.smsmessenger.examples.simulator.carrier.RateLimit.Form;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import io.smsmessenger.examples.simulator.state.JournalEntry;
import io.smsmessenger.examples.simulator.state.SendCount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tests of faults ask of a carrier: many sends that go wrong by chance, limits, and a truthful count afterwards. */
class BadWeatherTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private TelnyxSimulator telnyx;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        telnyx = simulator(7);
        client = new Client(telnyx);
    }

    private static TelnyxSimulator simulator(long seed) {
        TelnyxSimulator simulator = TelnyxSimulator.builder()
                .timings(Timings.fast())
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .seed(seed)
                .start();
        simulator.addNumber(Client.OURS, simulator.addProfile("Demo", null));
        return simulator;
    }

    @AfterEach
    void stop() {
        telnyx.close();
    }

    @Test
    void meets_sends_with_faults_by_chance_and_the_same_ones_from_the_same_seed() throws Exception {
        List<String> first = chances(telnyx);
        List<String> second;
        try (TelnyxSimulator again = simulator(7)) {
            second = chances(again);
        }
        assertThat(first).isEqualTo(second);
        assertThat(first).contains("accepted, dropped", "not accepted, dropped", "accepted, answered 200");
        assertThat(telnyx.messages()).hasSize((int)
                first.stream().filter(outcome -> outcome.startsWith("accepted")).count());
    }

    private static List<String> chances(TelnyxSimulator simulator) throws Exception {
        simulator.network().odds(new Odds(300, SendFault.drop(true)), new Odds(300, SendFault.drop(false)));
        Client caller = new Client(simulator);
        for (int i = 0; i < 40; i++) {
            tried(caller, Client.draft(Client.MARIA, "Hello").toString());
        }
        return simulator.journal().stream().map(JournalEntry::outcome).toList();
    }

    private static int tried(Client caller, String body) throws InterruptedException {
        try {
            return caller.call("POST", "/v2/messages", body).status();
        } catch (IOException dropped) {
            return 0;
        }
    }

    @Test
    void refuses_odds_that_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Odds(1001, SendFault.truncate()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> telnyx.network()
                        .odds(new Odds(600, SendFault.truncate()), new Odds(600, SendFault.drop(true))));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(0, Form.NONE, 1));
    }

    @Test
    void counts_posts_by_what_was_planted_in_them() throws Exception {
        telnyx.network().nextSendFails(SendFault.drop(true), SendFault.drop(false));
        for (String reference : List.of("a", "a", "b c", "")) {
            String url = "https://host.example/sms?ref=" + reference.replace(" ", "%20") + "&x=1";
            tried(
                    client,
                    Client.draft(Client.MARIA, "Hi").put("webhook_url", url).toString());
        }
        tried(client, Client.draft(Client.MARIA, "Hi").toString());
        tried(client, "no JSON");
        assertThat(telnyx.sendsBy("ref"))
                .isEqualTo(Map.of("a", new SendCount(2, 1), "b c", new SendCount(1, 1), "", new SendCount(3, 2)));
        assertThat(client.get("/api/sends?by=ref")
                        .json()
                        .path("data")
                        .path("a")
                        .path("posts")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,     ,                  ",
        "SECONDS,  retry-after,       7",
        "DATE,     retry-after,       'Wed, 1 Jul 2026 12:00:07 GMT'",
        "RESET_IN, x-ratelimit-reset, 7",
        "RESET_AT, x-ratelimit-reset, 1782907207"
    })
    void refuses_what_is_sent_faster_than_the_limit(Form form, String header, String value) throws Exception {
        telnyx.network().rateLimit(new RateLimit(2, form, 7));
        assertThat(client.send(Client.MARIA, "One").status()).isEqualTo(200);
        assertThat(client.send(Client.MARIA, "Two").status()).isEqualTo(200);
        Client.Answer third = client.send(Client.MARIA, "Three");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("10011");
        List<String> found = new ArrayList<>();
        for (String name : List.of("retry-after", "x-ratelimit-reset")) {
            third.http().headers().firstValue(name).ifPresent(text -> found.add(name + " " + text));
        }
        assertThat(found).isEqualTo(header == null ? List.of() : List.of(header + " " + value));
        assertThat(telnyx.messages()).hasSize(2);
        telnyx.network().rateLimit(null);
        assertThat(client.send(Client.MARIA, "Four").status()).isEqualTo(200);
    }

    @Test
    void refuses_the_old_key_once_it_was_changed() throws Exception {
        telnyx.changeApiKey("KEY-rotated");
        assertThat(client.send(Client.MARIA, "Hello").status()).isEqualTo(401);
        assertThat(new Client(telnyx).send(Client.MARIA, "Hello").status()).isEqualTo(200);
        assertThat(telnyx.messages()).hasSize(1);
    }

    @Test
    void delivers_all_events_before_the_answer() throws Exception {
        try (Receiver receiver = new Receiver()) {
            telnyx.network().eventsFirst(true).delay(Duration.ofMillis(20));
            String url = receiver.url("/sms?ref=1");
            assertThat(client.send(Client.draft(Client.MARIA, "Hi").put("webhook_url", url))
                            .status())
                    .isEqualTo(200);
            assertThat(receiver.hooks())
                    .extracting(Receiver.Hook::type)
                    .containsExactly("message.sent", "message.finalized");
        }
    }

    @Test
    void breaks_connections_after_a_wait_and_in_the_middle_of_a_refusal() {
        telnyx.network()
                .nextSendFails(
                        SendFault.hangThenDrop(true, Duration.ofMillis(30)),
                        SendFault.refuse(503, "10037").withEnding(Ending.TRUNCATE));
        assertThatThrownBy(() -> client.send(Client.MARIA, "One")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.send(Client.MARIA, "Two")).isInstanceOf(IOException.class);
        assertThat(telnyx.journal())
                .extracting(JournalEntry::outcome)
                .containsExactly("accepted, dropped after 30 ms", "not accepted, truncated");
    }

    @Test
    void tells_and_takes_the_weather_as_json() throws Exception {
        String weather =
                "{\"rateLimit\":{\"perSecond\":9,\"form\":\"reset_at\",\"waitSeconds\":3},\"eventsFirst\":true,"
                        + "\"odds\":[{\"perMille\":10,\"accepted\":true,\"ending\":\"drop\"}]}";
        Client.Answer changed = client.call("PUT", "/api/network", weather);
        assertThat(telnyx.network().rateLimit()).contains(new RateLimit(9, Form.RESET_AT, 3));
        assertThat(telnyx.network().odds()).containsExactly(new Odds(10, SendFault.drop(true)));
        assertThat(telnyx.network().eventsFirst()).isTrue();
        assertThat(changed.json().path("odds").path(0).path("perMille").asInt()).isEqualTo(10);
        assertThat(changed.json().path("rateLimit").path("form").asString()).isEqualTo("reset_at");
        client.call("PUT", "/api/network", "{\"rateLimit\":null,\"odds\":[]}");
        assertThat(telnyx.network().rateLimit()).isEmpty();
        assertThat(telnyx.network().odds()).isEmpty();
    }
}
