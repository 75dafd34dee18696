package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.provider.MessageRecords;
import io.smsmessenger.provider.SentTrace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What searching a carrier's records must do. Extend it, and let the carrier, or a simulated one, remember messages. */
@DisplayName("Searching a carrier's records")
public abstract class MessageRecordsContract {
    /** The number that all messages leave from. */
    protected static final PhoneNumber FROM = PhoneNumber.of("+13035550142");

    private static final PhoneNumber TO = PhoneNumber.of("+12025550123");
    private static final PhoneNumber OTHER = PhoneNumber.of("+12025550188");
    private static final String REFERENCE = "dGhlIHJlZmVyZW5jZSEh";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The provider under test. */
    protected abstract MessageRecords records();

    /** What the carrier's clock says. */
    protected abstract Instant now();

    /**
     * Lets the carrier take a text from {@link #FROM} now, so that its records have it when this returns.
     *
     * @param reference what was planted in it; null for a text whose events go to an address without a reference
     */
    protected abstract ProviderMessageId take(PhoneNumber to, @Nullable String reference);

    /** How many records the carrier gives in one answer at most. */
    protected abstract int pageSize();

    /** Lets the carrier answer this many requests more and fail the one after them. */
    protected abstract void failAfter(int requests);

    private Lookup search() {
        return records()
                .search(new SentTrace(new MessageId(1), FROM, TO, REFERENCE, now().minus(MINUTE), now().plus(MINUTE)));
    }

    @Test
    @DisplayName("finds the one that carries the reference among others between the same numbers")
    void finds() {
        take(TO, null);
        take(TO, REFERENCE + "x");
        ProviderMessageId ours = take(TO, REFERENCE);
        take(OTHER, "another");

        assertThat(search())
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.event()).isInstanceOfSatisfying(Receipt.class, receipt -> {
                            assertThat(receipt.reference()).isEqualTo(REFERENCE);
                            assertThat(receipt.messageId()).isEqualTo(ours);
                            assertThat(receipt.eventId()).isNotBlank();
                            assertThat(receipt.status()).isNotNull().isGreaterThanOrEqualTo(MessageStatus.ACCEPTED);
                        }));
    }

    @Test
    @DisplayName("tells the same state as the same event")
    void stable() {
        take(TO, REFERENCE);

        assertThat(search()).isInstanceOf(Lookup.Found.class).isEqualTo(search());
    }

    @Test
    @DisplayName("says missing when it read all and none carries the reference, equal texts included")
    void missing() {
        assertThat(search()).isInstanceOf(Lookup.Missing.class);
        take(TO, null);
        take(TO, "another");
        take(OTHER, REFERENCE);
        assertThat(search()).isInstanceOf(Lookup.Missing.class);
    }

    @Test
    @DisplayName("reads on to the last page")
    void pages() {
        for (int i = 0; i < pageSize(); i++) {
            take(TO, "another-" + i);
        }
        assertThat(search()).isInstanceOf(Lookup.Missing.class);
        take(TO, REFERENCE);
        assertThat(search()).isInstanceOf(Lookup.Found.class);
    }

    @Test
    @DisplayName("does not call missing what it could not read")
    void unavailable() {
        failAfter(0);
        assertThat(search()).isInstanceOf(Lookup.Unavailable.class);

        for (int i = 0; i <= pageSize(); i++) {
            take(TO, "another-" + i);
        }
        failAfter(1);
        assertThat(search()).isInstanceOf(Lookup.Unavailable.class);
        assertThat(search()).isInstanceOf(Lookup.Missing.class);
    }
}
