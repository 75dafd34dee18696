package io.smsmessenger.spring.rest;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.spring.SmsUserResolver;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Leads requests to routes as the user whose they are, and turns whatever goes wrong into a problem document. */
final class RestRouter {
    private static final Logger LOG = LoggerFactory.getLogger(RestRouter.class);
    private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

    private final SmsMessenger messenger;
    private final SmsUserResolver users;
    private final SmsRestProperties settings;
    private final Json json = new Json();

    RestRouter(SmsMessenger messenger, SmsUserResolver users, SmsRestProperties settings) {
        this.messenger = messenger;
        this.users = users;
        this.settings = settings;
    }

    /** All routes, then 405 for their paths, then 404 for all else below the base path. */
    RouterFunction<ServerResponse> routes(List<Route> routes) {
        RouterFunctions.Builder all = RouterFunctions.route();
        Map<String, TreeSet<String>> allowed = new LinkedHashMap<>();
        for (Route route : routes) {
            String path = settings.basePath() + route.pattern();
            all.route(
                    RequestPredicates.methods(methods(route)).and(RequestPredicates.path(path)),
                    request -> serve(request, route.wantsJson(), route.handler()));
            TreeSet<String> names = allowed.computeIfAbsent(path, any -> new TreeSet<>(List.of("OPTIONS")));
            List.of(methods(route)).forEach(method -> names.add(method.name()));
        }
        allowed.forEach((path, names) ->
                all.route(RequestPredicates.path(path), request -> otherMethod(request, String.join(", ", names))));
        all.route(
                RequestPredicates.path(settings.basePath() + "/**"),
                request -> serve(request, false, call -> {
                    throw Refusal.notFound();
                }));
        return all.build();
    }

    private static HttpMethod[] methods(Route route) {
        return route.method().equals(HttpMethod.GET)
                ? new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}
                : new HttpMethod[] {route.method()};
    }

    private ServerResponse otherMethod(ServerRequest request, String allowed) {
        Answer answer =
                request.method().equals(HttpMethod.OPTIONS) ? Answer.nothing() : problem(Refusal.methodNotAllowed());
        return response(answer.with("Allow", allowed));
    }

    private ServerResponse serve(ServerRequest request, boolean wantsJson, Handler handler) {
        // Outside of what is caught below: what the host's resolver throws is for the host's own handlers.
        var user = users.resolve(request.servletRequest());
        try {
            UserMessenger messages = messenger.forUser(user.orElseThrow(Refusal::unauthenticated));
            if (wantsJson) {
                requireJson(request);
            }
            return response(handler.handle(new Call(request, messages, json, settings)));
        } catch (Refusal refused) {
            return response(problem(refused));
        } catch (SmsException refused) {
            return response(problem(Refusal.of(refused)));
        } catch (RuntimeException failed) {
            Answer answer = problem(Refusal.failed());
            LOG.warn("a request failed: {} ({})", failed.getClass().getName(), instance(answer));
            LOG.debug("a request failed", failed);
            return response(answer);
        }
    }

    private static void requireJson(ServerRequest request) {
        List<String> types = request.headers().header("Content-Type");
        try {
            MediaType type = types.size() == 1 ? MediaType.parseMediaType(types.get(0)) : MediaType.ALL;
            boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
            if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) && utf8) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            LOG.debug("a content type cannot be read");
        }
        throw Refusal.notJson();
    }

    private static Answer problem(Refusal refused) {
        return new Answer(
                refused.status(),
                Map.of("Content-Type", PROBLEM.toString()),
                refused.view("urn:uuid:" + UUID.randomUUID()));
    }

    private static String instance(Answer answer) {
        return answer.body() instanceof ProblemView view ? view.instance() : "";
    }

    private ServerResponse response(Answer answer) {
        byte[] body = answer.body() == null ? new byte[0] : json.write(answer.body());
        var response = ServerResponse.status(answer.status())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        if (body.length > 0 && !answer.headers().containsKey("Content-Type")) {
            response.contentType(MediaType.APPLICATION_JSON);
        }
        answer.headers().forEach((name, value) -> response.header(name, value));
        if (answer.status() != 204) {
            response.contentLength(body.length);
        }
        return response.build((request, out) -> {
            out.getOutputStream().write(body);
            return null;
        });
    }
}
