package io.smsmessenger.spring.rest;

import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Cursor;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/** One request, with all that its user may do and nothing else. */
final class Call {
    private final ServerRequest request;
    private final UserMessenger user;
    private final Json json;
    private final SmsRestProperties settings;

    Call(ServerRequest request, UserMessenger user, Json json, SmsRestProperties settings) {
        this.request = request;
        this.user = user;
        this.json = json;
        this.settings = settings;
    }

    UserMessenger user() {
        return user;
    }

    /** The id in the path; what is no id of that kind is not found. */
    <I> I id(Function<String, Optional<I>> kind) {
        return kind.apply(request.pathVariable("id")).orElseThrow(Refusal::notFound);
    }

    Optional<String> query(String name) {
        try {
            return request.param(name);
        } catch (RuntimeException unreadable) {
            // The container's own: a bad escape somewhere in the query.
            throw Refusal.malformed("?" + name, "The query cannot be read: check its escapes.");
        }
    }

    <T> Optional<T> query(String name, String expected, Function<String, Optional<T>> reader) {
        return query(name)
                .map(text -> reader.apply(text)
                        .orElseThrow(() -> Refusal.malformed("?" + name, "This parameter is " + expected + ".")));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }

    List<String> headers(String name) {
        return request.headers().header(name);
    }

    <T> T body(Class<T> type) {
        return json.read(bytes(), type);
    }

    /** The page that the query asks for, with cursors as they were given. */
    PageRequest page() {
        return page(
                query("after").map(Cursor::new).orElse(null),
                query("before").map(Cursor::new).orElse(null));
    }

    /** The same for a list that is shown in the opposite order of the core's. */
    PageRequest reversedPage() {
        return page(
                query("before").map(Cursor::new).orElse(null),
                query("after").map(Cursor::new).orElse(null));
    }

    private PageRequest page(@Nullable Cursor after, @Nullable Cursor before) {
        int limit = query("limit", "a whole number", Call::wholeNumber).orElse(settings.defaultPageSize());
        int most = settings.maxPageSize();
        if (limit < 1 || limit > most) {
            throw Refusal.at("?limit", Problem.INVALID_LIMIT, "A page holds 1 to " + most + " items.");
        }
        return new PageRequest(limit, after, before);
    }

    /** The path of a thing of ours, as the caller reaches it. */
    String path(String belowBase) {
        return request.requestPath().contextPath().value() + settings.basePath() + belowBase;
    }

    private static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private byte[] bytes() {
        int most = Math.toIntExact(settings.maxBodySize().toBytes());
        try (InputStream in = request.servletRequest().getInputStream()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw Refusal.tooLarge();
            }
            return body;
        } catch (IOException broken) {
            throw Refusal.malformed("", "The body ended too early.");
        }
    }
}
