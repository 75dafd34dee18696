package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.provider.MessageLookup;
import io.smsmessenger.provider.MessageLookup.Lookup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a provider must do that is a {@link MessageLookup} too: extend this in place of {@link SmsProviderContract}. */
public abstract class MessageLookupContract extends SmsProviderContract {
    private MessageLookup lookup() {
        return (MessageLookup) provider();
    }

    @Nested
    @DisplayName("Looking a message up")
    class LookingUp {
        @Test
        void a_carrier_that_cannot_be_asked_is_not_one_that_does_not_know() {
            for (Script script : List.of(Script.UNREACHABLE, Script.SERVER_ERROR, Script.UNAUTHORIZED)) {
                script(script);

                assertThat(lookup().find(acceptedId())).isInstanceOf(Lookup.Unavailable.class);
            }
        }

        @Test
        void the_same_state_is_the_same_event() {
            script(Script.ACCEPT);

            Lookup found = lookup().find(acceptedId());

            assertThat(found).isInstanceOf(Lookup.Found.class);
            assertThat(lookup().find(acceptedId())).isEqualTo(found);
        }
    }
}
