package io.smsmessenger.sending;

import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.store.StatusChange;
import java.time.Instant;

/** What listeners hear of a message that moved. */
final class Changes {
    private Changes() {}

    static SmsEvent event(StatusChange change, Instant at) {
        return new SmsEvent.MessageStatusChanged(change.owner(), at, change.message(), change.previous());
    }
}
