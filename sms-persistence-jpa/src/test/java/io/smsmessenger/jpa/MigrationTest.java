package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void fails_clearly_when_another_node_does_not_finish() throws SQLException {
        try (TestDatabase database = Engine.MARIADB.fresh();
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement();
                Connection ours = database.dataSource().getConnection()) {
            statement.execute("select get_lock(concat('sms_schema:', md5(database())), 0)");
            assertThatThrownBy(() -> new Migration(ours, Vendor.MARIADB, Duration.ofSeconds(1)).run(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another node");
            statement.execute("select release_lock(concat('sms_schema:', md5(database())))");
        }
    }
}
