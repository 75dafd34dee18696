package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL calls a unique index and what holds: not the same in all cases. */
class PostgresKeysTest {
    private static final String KEY = "sms_message (owner, client_key)";

    private final TestDatabase database = Engine.POSTGRESQL.fresh().migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_index_whose_build_broke_off_does_not_count() {
        withoutKey();
        database.execute("create unique index own on " + KEY);
        assertThat(defects(database)).isEmpty();
        database.execute("update pg_index set indisvalid = false where indexrelid = 'own'::regclass");
        assertThat(defects(database)).singleElement().asString().contains("(client_key, owner)");
    }

    @Test
    void columns_that_are_only_carried_along_are_no_part_of_the_key() {
        withoutKey();
        database.execute("create unique index own on " + KEY + " include (id)");
        assertThat(defects(database)).isEmpty();
    }

    @Test
    void columns_that_are_carried_along_do_not_make_a_key() {
        withoutKey();
        database.execute("create unique index own on sms_message (owner, id) include (client_key)");
        assertThat(defects(database)).singleElement().asString().contains("(client_key, owner)");
    }

    @Test
    void a_key_of_some_rows_or_of_what_is_made_of_columns_does_not_count() {
        withoutKey();
        for (String index : List.of(KEY + " where id > 7", "sms_message (owner, client_key, (id % 7))")) {
            database.execute("create unique index own on " + index);
            assertThat(defects(database)).as(index).singleElement().asString().contains("(client_key, owner)");
            database.execute("drop index own");
        }
    }

    @Test
    void a_key_that_is_checked_at_the_end_does_not_count() {
        withoutKey();
        database.execute("alter table sms_message add constraint own unique (owner, client_key) deferrable");
        assertThat(defects(database)).singleElement().asString().contains("(client_key, owner)");
    }

    @Test
    void tables_are_found_along_the_search_path() {
        database.execute("create schema first");
        try (TestDatabase path = database.startingWith("set search_path = first, public")) {
            assertThat(defects(path)).isEmpty();
            // What comes first is what statements meet.
            database.execute("create table first.sms_lane (kind varchar(8), lane_id bigint)");
            assertThat(defects(path)).singleElement().asString().contains("(kind, lane_id)");
        }
        try (TestDatabase first = database.startingWith("set search_path = first")) {
            assertThat(defects(first)).hasSize(14).anyMatch(defect -> defect.contains("sms_message is not"));
        }
    }

    private void withoutKey() {
        database.execute("alter table sms_message drop constraint sms_message_u1");
    }

    private static List<String> defects(TestDatabase database) {
        return JpaSmsStore.of(database.factory(Map.of("hibernate.hbm2ddl.auto", "none")))
                .inspect()
                .defects();
    }
}
