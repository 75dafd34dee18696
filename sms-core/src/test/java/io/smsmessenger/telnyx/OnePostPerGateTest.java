package io.smsmessenger.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SendOutcome.Accepted;
import io.smsmessenger.provider.SendOutcome.NotSent;
import io.smsmessenger.provider.SendOutcome.Unknown;
import io.smsmessenger.telnyx.RawTelnyx.Behaviour;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A text must never go out twice because an HTTP library meant well. Counts, at a bare socket, the requests that one
 * send makes when the server misbehaves after it has read all of it, on a new connection and on one that was in use.
 */
class OnePostPerGateTest {
    private static final int TIMES = 20;
    private static final int MANY_TIMES = 200;

    private final RawTelnyx telnyx = new RawTelnyx();

    @AfterEach
    void close() {
        telnyx.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void posts_once_on_a_new_connection(Behaviour fault) {
        cold(fault, TIMES);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void posts_once_on_a_connection_in_use(Behaviour fault) {
        warm(fault, TIMES);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void posts_once_on_many_new_connections(Behaviour fault) {
        cold(fault, MANY_TIMES);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void posts_once_on_many_connections_in_use(Behaviour fault) {
        warm(fault, MANY_TIMES);
    }

    private void cold(Behaviour fault, int times) {
        telnyx.behave(fault);
        for (int i = 0; i < times; i++) {
            try (TelnyxProvider provider = provider()) {
                int before = telnyx.posts();
                int connectionsBefore = telnyx.connections();

                SendOutcome outcome = provider.send(Fixtures.sms());

                assertThat(telnyx.posts() - before).as("POSTs of one send").isEqualTo(1);
                assertThat(telnyx.connections() - connectionsBefore).isEqualTo(1);
                assertThat(outcome).isInstanceOf(expected(fault));
            }
        }
    }

    private void warm(Behaviour fault, int times) {
        try (TelnyxProvider provider = provider()) {
            for (int i = 0; i < times; i++) {
                telnyx.behave(Behaviour.GOOD);
                assertThat(provider.send(Fixtures.sms())).isInstanceOf(Accepted.class);
                telnyx.behave(fault);
                int before = telnyx.posts();
                int connectionsBefore = telnyx.connections();

                SendOutcome outcome = provider.send(Fixtures.sms());

                assertThat(telnyx.posts() - before).as("POSTs of one send").isEqualTo(1);
                assertThat(telnyx.connections() - connectionsBefore)
                        .as("the fault hit a connection in use")
                        .isZero();
                assertThat(outcome).isInstanceOf(expected(fault));
            }
        }
    }

    private static Class<? extends SendOutcome> expected(Behaviour fault) {
        return switch (fault) {
            case TOO_MANY, UNAUTHORIZED -> NotSent.class;
            default -> Unknown.class;
        };
    }

    private TelnyxProvider provider() {
        return TelnyxProvider.builder()
                .apiKey("KEY-of-the-test")
                .withoutWebhooks()
                .baseUrl(telnyx.baseUrl())
                .callTimeout(Duration.ofSeconds(60))
                .build();
    }
}
