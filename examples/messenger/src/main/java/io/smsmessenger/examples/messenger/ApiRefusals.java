package io.smsmessenger.examples.messenger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers the API's unwelcome callers in the API's own form, and never with a page to log in. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        // A browser would ask for a password by itself and remember it; our page sends people to the form instead.
        if (request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"SMS Messenger\", charset=\"UTF-8\"");
        }
        answer(response, 401, "unauthorized", "Unauthorized", "Log in, or send a name and password by HTTP Basic.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        answer(
                response,
                403,
                "forbidden",
                "Forbidden",
                "With a session cookie, changes need the XSRF-TOKEN cookie's value in the header X-XSRF-TOKEN.");
    }

    private static void answer(HttpServletResponse response, int status, String code, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String body = """
                {"type":"urn:sms:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","retryable":false}""".formatted(code, title, status, detail, code);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
