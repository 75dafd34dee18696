package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Draft;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.MessageJson;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Response;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v2/messages} and its sibling paths. */
final class MessagesApi {
    private static final Duration KEPT = Duration.ofDays(10);

    private final Carrier carrier;

    MessagesApi(Carrier carrier) {
        this.carrier = carrier;
    }

    void routes(Router<Answer> router) {
        router.on("POST", "/v2/messages", call -> send(DraftReader.plain(Bodies.object(call))))
                .on("POST", "/v2/messages/long_code", call -> send(DraftReader.longCode(Bodies.object(call))))
                .on("POST", "/v2/messages/number_pool", call -> send(DraftReader.pool(Bodies.object(call))))
                .on("POST", "/v2/messages/schedule", call -> send(DraftReader.plain(Bodies.object(call))))
                .on("GET", "/v2/messages/{id}", this::get)
                .on("DELETE", "/v2/messages/{id}", this::cancel);
    }

    private Answer send(Draft draft) {
        Optional<Map<String, String>> throttled = carrier.sending().throttled();
        if (throttled.isPresent()) {
            Response refusal = Errors.of(429, Failure.TOO_MANY_REQUESTS.code(), Failure.TOO_MANY_REQUESTS.title());
            for (Map.Entry<String, String> header : throttled.get().entrySet()) {
                refusal = refusal.withHeader(header.getKey(), header.getValue());
            }
            return Answer.of(refusal);
        }
        Message message = carrier.sending().check(draft);
        Optional<SendFault> fault = carrier.sending().faultFor(message.to());
        Response answer = Answer.data(json(message)).response();
        if (fault.isEmpty()) {
            carrier.sending().accept(message);
            return new Answer(answer, "accepted, answered 200", message.id());
        }
        boolean accepted = fault.get().accepted();
        if (accepted) {
            carrier.sending().accept(message);
        }
        Response faulty = Errors.faulty(answer, fault.get());
        String how = faulty.ending() == Ending.ANSWER
                ? "answered " + faulty.status()
                : faulty.ending() == Ending.DROP ? "dropped" : "truncated";
        String held = faulty.delay().isZero() ? "" : " after " + faulty.delay().toMillis() + " ms";
        return new Answer(
                faulty, (accepted ? "accepted, " : "not accepted, ") + how + held, accepted ? message.id() : null);
    }

    private Answer get(Call call) {
        return Answer.of(carrier.store()
                .messages()
                .get(call.variable("id"))
                .filter(message -> message.times()
                        .receivedAt()
                        .plus(KEPT)
                        .isAfter(carrier.clock().instant()))
                .map(message -> Answer.data(json(message)).response())
                .orElseGet(() -> Errors.of(404, Failure.NO_SUCH_MESSAGE.code(), Failure.NO_SUCH_MESSAGE.title())));
    }

    private Answer cancel(Call call) {
        String id = call.variable("id");
        if (carrier.store().messages().get(id).isEmpty()) {
            return Answer.of(Errors.bare(404, Failure.NOT_FOUND, "The message does not exist."));
        }
        return carrier.sending()
                .cancel(id)
                .map(message -> Answer.ok(json(message)))
                .orElseGet(() ->
                        Answer.of(Errors.bare(403, Failure.MALFORMED, "The message can no longer be cancelled.")));
    }

    private ObjectNode json(Message message) {
        String ours = message.inbound() ? message.to() : message.from();
        List<String> tags =
                carrier.store().numbers().get(ours).map(OwnNumber::tags).orElse(List.of());
        return MessageJson.of(message, tags);
    }
}
