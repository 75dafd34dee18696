package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.Signer;
import io.smsmessenger.examples.simulator.carrier.WireLog;
import io.smsmessenger.examples.simulator.http.Exchange;
import io.smsmessenger.examples.simulator.http.Request;
import io.smsmessenger.examples.simulator.http.Response;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.Journal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The whole HTTP surface: the carrier's API under {@code /v2}, the handset's under {@code /api}, and its page. */
public final class Surface implements Exchange {
    private final Carrier carrier;
    private final Journal journal;
    private volatile byte[] authorization;
    private final Router<Answer> telnyx = new Router<>();
    private final HandsetApi handsets;
    private final Pages pages = new Pages();

    /** A surface over a carrier; the key is what callers of {@code /v2} must present. */
    public Surface(Carrier carrier, Journal journal, Signer signer, String apiKey) {
        this.carrier = carrier;
        this.journal = journal;
        this.authorization = bearer(apiKey);
        this.handsets = new HandsetApi(carrier, journal, signer);
        new MessagesApi(carrier).routes(telnyx);
        new ProfilesApi(carrier).routes(telnyx);
        new NumbersApi(carrier).routes(telnyx);
        new OrdersApi(carrier).routes(telnyx);
        new RecordsApi(carrier).routes(telnyx);
    }

    /** Changes the key; whoever presents the old one is refused from now on. */
    public void apiKey(String value) {
        authorization = bearer(value);
    }

    private static byte[] bearer(String key) {
        return ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    /** The operations of the carrier's API, as method, blank and path with its variables in braces. */
    public List<String> operations() {
        return telnyx.operations();
    }

    @Override
    public Response handle(Request request) {
        if (request.path().startsWith("/v2/")) {
            return journaled(request);
        }
        return request.path().startsWith("/api/") ? handsets.handle(request) : pages.handle(request);
    }

    private Response journaled(Request request) {
        Instant start = carrier.clock().instant();
        long sequence = journal.read(request, start);
        Answer answer = answer(request);
        journal.decided(sequence, answer.outcome(), answer.status(), answer.messageId());
        carrier.wire()
                .add(new WireLog.Line(
                        start,
                        "request",
                        request.method() + " " + request.path(),
                        answer.status(),
                        Duration.between(start, carrier.clock().instant()).toMillis(),
                        answer.outcome(),
                        request.body()));
        return answer.response();
    }

    private Answer answer(Request request) {
        try {
            if (!authorized(request)) {
                throw new Refusal(Failure.UNAUTHENTICATED, "The API key is missing or wrong.", null);
            }
            Answer answer = telnyx.route(request).orElseGet(() -> Answer.of(Errors.notFound("No such resource.")));
            return request.method().equals("GET") ? spoiled(answer) : answer;
        } catch (Refusal refusal) {
            return Answer.of(Errors.of(request.path(), refusal));
        }
    }

    private Answer spoiled(Answer answer) {
        return carrier.network()
                .takeReadFault()
                .map(fault -> Answer.of(Errors.faulty(answer.response(), fault)))
                .orElse(answer);
    }

    private boolean authorized(Request request) {
        String given = Objects.requireNonNullElse(request.header("authorization"), "");
        return MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
    }
}
