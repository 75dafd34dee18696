package io.smsmessenger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Timings;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every request that our Telnyx client makes, and every answer and webhook of the simulator, against Telnyx's own
 * description of its API. That file is not ours to ship, so this runs only where it is at hand, by {@code
 * .ci/conformance}, and is no part of the ordinary tests.
 */
class ConformanceCheck {
    private static OpenApi specification;
    private static TelnyxSimulator simulator;
    private static RecordingProxy byHand;
    private static RecordingProxy byClient;
    private static Inbox inbox;

    @BeforeAll
    static void record() throws IOException, InterruptedException {
        String file = System.getProperty("telnyx.openapi");
        assertThat(file)
                .as("-Dtelnyx.openapi=<file> says where the specification is")
                .isNotNull();
        specification = new OpenApi(Files.readString(Path.of(file)));
        simulator = TelnyxSimulator.builder().timings(Timings.fast()).seed(7).start();
        byHand = new RecordingProxy(simulator.rootUrl());
        byClient = new RecordingProxy(simulator.rootUrl());
        inbox = new Inbox();
        Account account = Account.open(simulator, new Caller(byHand.url(), simulator.apiKey()), inbox);
        new SendingTour(account).run();
        new RefusalTour(account).run();
        new AccountTour(account).run();
        try (TelnyxProvider telnyx = TelnyxProvider.builder()
                .apiKey(simulator.apiKey())
                .publicKey(simulator.publicKey())
                .baseUrl(URI.create(byClient.url() + "/v2"))
                .build()) {
            new ClientTour(account, telnyx).run();
        }
        assertThat(simulator.awaitIdle(Duration.ofSeconds(10))).isTrue();
    }

    /** What was opened, even when the recording broke half-way. */
    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable opened : new AutoCloseable[] {simulator, byHand, byClient, inbox}) {
            if (opened != null) {
                opened.close();
            }
        }
    }

    @Test
    void everything_holds_but_for_the_known_defects_of_the_specification() {
        Conformance conformance = new Conformance(specification);
        KnownDefects defects = KnownDefects.read("/conformance/known-defects.json");
        List<Violation> violations = new ArrayList<>(conformance.exchanges(byHand.exchanges()));
        violations.addAll(conformance.exchanges(byClient.exchanges()));
        violations.addAll(conformance.webhooks(inbox.received()));

        assertThat(once(defects.unexplained(violations))).isEmpty();
        assertThat(defects.stale()).as("known defects that did not show").isEmpty();
    }

    @Test
    void every_operation_of_the_simulator_was_seen() {
        Conformance conformance = new Conformance(specification);
        assertThat(conformance.succeeded(byHand.exchanges())).isEqualTo(conformance.named(simulator.operations()));
    }

    @Test
    void every_operation_that_our_client_uses_was_seen_and_no_other() {
        Conformance conformance = new Conformance(specification);
        assertThat(conformance.succeeded(byClient.exchanges()))
                .containsExactly("GET /detail_records", "GET /messages/{id}", "POST /messages");
    }

    @Test
    void every_failure_was_seen() {
        String answers = byHand.exchanges().stream().map(Exchange::responseBody).collect(Collectors.joining());
        String events = inbox.received().stream().map(Exchange::requestBody).collect(Collectors.joining());
        assertThat(Failure.values())
                .allSatisfy(failure -> assertThat(answers + events).contains("\"code\":\"" + failure.code() + "\""));
    }

    @Test
    void every_webhook_was_seen() {
        assertThat(Conformance.kinds(inbox.received()))
                .containsExactly(
                        "message.finalized delivered",
                        "message.finalized delivery_failed",
                        "message.finalized delivery_unconfirmed",
                        "message.received webhook_delivered",
                        "message.sent");
    }

    /** Each broken rule once, with the first exchange that broke it. */
    private static List<Violation> once(List<Violation> violations) {
        return List.copyOf(violations.stream()
                .collect(Collectors.toMap(
                        violation -> violation.where() + violation.rule() + violation.what(),
                        violation -> violation,
                        (first, other) -> first,
                        LinkedHashMap::new))
                .values());
    }
}
