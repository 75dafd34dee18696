package io.smsmessenger.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a request is turned away before anybody looks at its signature. */
enum Refusal {
    ELSEWHERE(HttpServletResponse.SC_NOT_FOUND),
    NOT_POSTED(HttpServletResponse.SC_METHOD_NOT_ALLOWED),
    NOT_JSON(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE),
    ENCODED(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE),
    TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    TOO_SLOW(HttpServletResponse.SC_REQUEST_TIMEOUT),
    BROKEN(HttpServletResponse.SC_BAD_REQUEST);

    /** Carriers often have separate fields for texts and for receipts; both take any event. */
    private static final Set<String> PATHS = Set.of("", "/", "/sms", "/dlr");

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** What can be told from the request line and the headers, without a byte of the body. */
    static Optional<Refusal> of(HttpServletRequest request, int maxBodyBytes) {
        String path = request.getPathInfo();
        if (path != null && !PATHS.contains(path)) {
            return Optional.of(ELSEWHERE);
        }
        if (!request.getMethod().equals("POST")) {
            return Optional.of(NOT_POSTED);
        }
        if (!isJson(request)) {
            return Optional.of(NOT_JSON);
        }
        if (!isPlain(request)) {
            return Optional.of(ENCODED);
        }
        return request.getContentLengthLong() > maxBodyBytes ? Optional.of(TOO_LARGE) : Optional.empty();
    }

    void answer(HttpServletResponse response) {
        response.setStatus(status);
        if (this == NOT_POSTED) {
            response.setHeader("Allow", "POST");
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static boolean isPlain(HttpServletRequest request) {
        List<String> encodings = Collections.list(request.getHeaders("Content-Encoding"));
        return encodings.stream().allMatch(each -> each.strip().equalsIgnoreCase("identity"));
    }
}
