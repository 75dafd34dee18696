package io.smsmessenger.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a body as it comes, then sends the request back to its servlet with the bytes as an attribute. The asynchronous
 * context's timeout is the deadline. It ends a request once, whatever container callbacks come together.
 */
final class BodyListener implements ReadListener, AsyncListener {
    private final AsyncContext context;
    private final ServletInputStream in;
    private final Body body;
    private final String attribute;
    private final AtomicBoolean ended = new AtomicBoolean();

    BodyListener(AsyncContext context, ServletInputStream in, Body body, String attribute) {
        this.context = context;
        this.in = in;
        this.body = body;
        this.attribute = attribute;
    }

    @Override
    public void onDataAvailable() throws IOException {
        if (!ended.get()) {
            Optional<Refusal> refusal = body.readReady(in);
            if (refusal.isPresent()) {
                end(refusal.get());
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (ended.compareAndSet(false, true)) {
            context.getRequest().setAttribute(attribute, body.bytes());
            context.dispatch();
        }
    }

    /** The sender went away, or what it sent is no HTTP. */
    @Override
    public void onError(Throwable failure) {
        end(Refusal.BROKEN);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(Refusal.TOO_SLOW);
    }

    @Override
    public void onError(AsyncEvent event) {
        end(Refusal.BROKEN);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended.set(true);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Only the servlet itself starts asynchronous processing, and once.
    }

    private void end(Refusal refusal) {
        if (ended.compareAndSet(false, true)) {
            if (context.getResponse() instanceof HttpServletResponse response && !response.isCommitted()) {
                refusal.answer(response);
            }
            context.complete();
        }
    }
}
