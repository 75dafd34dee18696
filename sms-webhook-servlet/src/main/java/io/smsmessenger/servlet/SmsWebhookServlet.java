package io.smsmessenger.servlet;

import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.receiving.WebhookAnswer;
import io.smsmessenger.receiving.WebhookReceiver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a carrier's webhooks over HTTP and hands them, byte for byte, to a {@link WebhookReceiver}. Map it to
 * {@code "<path>/*"} and switch asynchronous processing on in its registration: then a slow sender holds no thread. The
 * mapping itself, {@code /sms} and {@code /dlr} below it take any event; other paths answer 404.
 *
 * <p>Answers: 200 stored, or known already; 401 for all that concerns signature or time; 405 anything but POST; 408 the
 * body took longer than {@link #READ_TIMEOUT}; 413 the body is larger than the limit; 415 not JSON, or compressed; 503
 * with {@code Retry-After} when it could not be stored. No answer says more than its status.
 *
 * <p>It needs no session, no login and no CSRF token: the signature is what lets a request in. Keep filters that read
 * the body or ask for a login away from its path.
 */
public final class SmsWebhookServlet extends HttpServlet {
    /** The default limit of a body, in bytes; a text with ten media is below 10 KiB. */
    public static final int MAX_BODY_BYTES = 256 * 1024;

    /**
     * How long a whole body may take. Where the registration does not allow asynchronous processing, a sender that falls
     * silent holds its thread until the container's own idle timeout.
     */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private static final byte[] HINT = "Webhook is here; Telnyx must POST\n".getBytes(StandardCharsets.US_ASCII);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String BODY = SmsWebhookServlet.class.getName() + ".body";

    private final transient WebhookReceiver receiver;
    private final int maxBodyBytes;
    private final Duration readTimeout;

    /** Takes bodies up to {@link #MAX_BODY_BYTES}. */
    public SmsWebhookServlet(WebhookReceiver receiver) {
        this(receiver, MAX_BODY_BYTES);
    }

    /**
     * Takes bodies up to a limit of your own.
     *
     * @param receiver what verifies and stores; a messenger's {@code webhooks()}
     * @param maxBodyBytes the largest body, at least 1
     */
    public SmsWebhookServlet(WebhookReceiver receiver, int maxBodyBytes) {
        this(receiver, maxBodyBytes, READ_TIMEOUT);
    }

    SmsWebhookServlet(WebhookReceiver receiver, int maxBodyBytes, Duration readTimeout) {
        this.receiver = Objects.requireNonNull(receiver, "receiver");
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("the body limit is at least 1 byte, not " + maxBodyBytes);
        }
        this.maxBodyBytes = maxBodyBytes;
        this.readTimeout = readTimeout;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC && request.getAttribute(BODY) instanceof byte[] body) {
            receive(request, response, body);
            return;
        }
        Optional<Refusal> refusal = Refusal.of(request, maxBodyBytes);
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
        } else if (request.isAsyncSupported()) {
            readWithoutThread(request);
        } else {
            Body body = new Body(maxBodyBytes);
            Optional<Refusal> late = body.readBlocking(request.getInputStream(), readTimeout);
            if (late.isPresent()) {
                late.get().answer(response);
            } else {
                receive(request, response, body.bytes());
            }
        }
    }

    /** Comes back to {@link #service} on a thread of the container's once the body is there. */
    private void readWithoutThread(HttpServletRequest request) throws IOException {
        AsyncContext context = request.startAsync();
        context.setTimeout(readTimeout.toMillis());
        BodyListener listener = new BodyListener(context, request.getInputStream(), new Body(maxBodyBytes), BODY);
        context.addListener(listener);
        request.getInputStream().setReadListener(listener);
    }

    private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        refusal.answer(response);
        if (refusal == Refusal.NOT_POSTED) {
            // People open the address in a browser to see whether they typed it right.
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().write(HINT);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, byte[] body) {
        WebhookAnswer answer = receiver.receive(new WebhookRequest(headers(request), body));
        response.setStatus(answer.httpStatus());
        if (answer == WebhookAnswer.TRY_AGAIN) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }
}
