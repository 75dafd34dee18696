package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Response;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Telnyx's error bodies. */
final class Errors {
    private static final String PAGES = "https://developers.telnyx.com/docs/overview/errors/";

    private Errors() {}

    static Response of(Refusal refusal) {
        return wrap(refusal.failure().status(), error(refusal));
    }

    /** The shape that the published schemas give to errors of a path; two of them have their own. */
    static Response of(String path, Refusal refusal) {
        int status = refusal.failure().status();
        return switch (path) {
            case "/v2/messaging_optouts" -> Response.json(status, error(refusal).toString());
            case "/v2/detail_records" -> wrap(status, error(refusal).without(List.of("meta", "source")));
            default -> of(refusal);
        };
    }

    private static ObjectNode error(Refusal refusal) {
        ObjectNode error = error(refusal.failure().code(), refusal.failure().title(), refusal.detail());
        if (refusal.pointer() != null) {
            error.putObject("source").put("pointer", refusal.pointer());
        }
        return error;
    }

    static Response of(int status, String code, String title) {
        return wrap(status, error(code, title, title + "."));
    }

    static Response notFound(String what) {
        return of(new Refusal(Failure.NOT_FOUND, what, null));
    }

    /** The error object without the usual array around it, as a few operations answer it. */
    static Response bare(int status, Failure failure, String detail) {
        return Response.json(
                status, error(failure.code(), failure.title(), detail).toString());
    }

    /** The answer as a fault spoils it. */
    static Response faulty(Response answer, SendFault fault) {
        Response response = answer;
        if (fault.status() != 0) {
            String code = fault.code();
            response = code == null
                    ? Response.of(fault.status(), "text/html; charset=utf-8", "<html>No JSON here</html>")
                    : of(fault.status(), code, "Simulated failure");
        }
        if (fault.retryAfter() != null) {
            response = response.withHeader("retry-after", fault.retryAfter());
        }
        return response.withEnding(fault.ending()).withDelay(fault.delay());
    }

    private static Response wrap(int status, ObjectNode error) {
        ObjectNode body = Json.object();
        body.putArray("errors").add(error);
        return Response.json(status, body.toString());
    }

    private static ObjectNode error(String code, String title, String detail) {
        ObjectNode error = Json.object().put("code", code).put("title", title).put("detail", detail);
        error.putObject("meta").put("url", PAGES + code);
        return error;
    }
}
