package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Message;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.store.Enqueued;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeZonesTest {
    /** Around the hours that Berlin and New York skip and repeat, and some that no clock changes. */
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2026-03-29T00:59:59.999999Z"),
            Instant.parse("2026-03-29T01:30:00.000001Z"),
            Instant.parse("2026-03-29T02:30:00.123456Z"),
            Instant.parse("2026-03-08T02:30:00Z"),
            Instant.parse("2026-03-08T07:30:00.5Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00.654321Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("2999-12-31T23:59:59.999999Z"));

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_instant_is_exact_whatever_the_zones_of_writer_reader_driver_and_session(Engine engine) {
        try (TestDatabase database = engine.fresh().migrated()) {
            World world = new World(JpaSmsStore.of(database.factory()));
            PhoneNumber peer = World.number();
            int key = 0;
            JpaSmsStore reading = JpaSmsStore.of(database.factory());
            for (String writer : List.of("Europe/Berlin", "Asia/Kolkata", "America/New_York")) {
                TimeZone.setDefault(TimeZone.getTimeZone(writer));
                JpaSmsStore writing =
                        JpaSmsStore.of(database.factory(Map.of("hibernate.jdbc.time_zone", "Asia/Tokyo")));
                for (Instant at : INSTANTS) {
                    TimeZone.setDefault(TimeZone.getTimeZone(writer));
                    Enqueued enqueued = writing.outbox().enqueue(world.outbound(peer, "k" + key++, at));
                    Message written = ((Enqueued.Stored) enqueued).message();
                    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
                    Message read =
                            reading.messages().find(world.owner, written.id()).orElseThrow();
                    assertThat(written.occurredAt()).isEqualTo(at);
                    assertThat(read).as("%s in %s", at, writer).isEqualTo(written);
                }
            }
        }
    }
}
