package io.smsmessenger.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Knows whether the first byte of a request can have been written. The type of an exception does not tell: a timeout or
 * a reset can come before and after.
 */
final class WriteWatch extends EventListener {
    private volatile boolean begun;

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    /** The watch that came with the request. */
    static EventListener of(Call call) {
        WriteWatch watch = call.request().tag(WriteWatch.class);
        return watch == null ? EventListener.NONE : watch;
    }
}
