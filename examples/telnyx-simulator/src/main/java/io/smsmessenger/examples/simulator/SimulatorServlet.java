package io.smsmessenger.examples.simulator;

import io.smsmessenger.examples.simulator.http.Request;
import io.smsmessenger.examples.simulator.http.Response;
import io.smsmessenger.examples.simulator.http.Response.Ending;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Mounts a simulator in a servlet container, say at {@code /simulator/*}; the carrier's API is then at
 * {@code /simulator/v2}. The servlet does not close the simulator. A container cannot drop a connection without a word:
 * such faults become a broken-off answer here.
 */
public final class SimulatorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int BODY_LIMIT = 1 << 20;

    private final transient TelnyxSimulator simulator;

    /** Serves a simulator that was started with {@link SimulatorBuilder#startEmbedded()}. */
    public SimulatorServlet(TelnyxSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String mount = request.getContextPath() + request.getServletPath();
        if (request.getRequestURI().equals(mount)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", mount + "/");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        answer(response, simulator.exchange().handle(read(request, mount, body)));
    }

    private static Request read(HttpServletRequest request, String mount, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return new Request(
                request.getMethod(),
                request.getRequestURI().substring(mount.length()),
                request.getQueryString(),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private static void answer(HttpServletResponse response, Response answer) throws IOException {
        hold(answer);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentType(answer.contentType());
        response.setContentLength(body.length);
        boolean whole = answer.ending() == Ending.ANSWER;
        response.getOutputStream().write(body, 0, whole ? body.length : body.length / 2);
        response.flushBuffer();
        if (!whole) {
            throw new IOException("Broken off, as the simulated network was told to");
        }
    }

    private static void hold(Response answer) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(answer.delay().toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while it held an answer back", stop);
        }
    }
}
