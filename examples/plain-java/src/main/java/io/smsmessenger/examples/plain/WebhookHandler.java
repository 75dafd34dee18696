package io.smsmessenger.examples.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.receiving.WebhookReceiver;
import java.io.IOException;

/**
 * The ten lines that bring webhooks in where there is no servlet container. In one, take {@code SmsWebhookServlet}: it
 * also limits the time that a sender may take.
 *
 * @param receiver verifies and stores
 */
record WebhookHandler(WebhookReceiver receiver) implements HttpHandler {
    private static final int MAX_BODY_BYTES = 256 * 1024;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
            exchange.sendResponseHeaders(status(exchange, body), -1);
        }
    }

    private int status(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        if (body.length > MAX_BODY_BYTES) {
            return 413;
        }
        return receiver.receive(new WebhookRequest(exchange.getRequestHeaders(), body))
                .httpStatus();
    }
}
