package io.smsmessenger.spring;

import io.smsmessenger.jpa.SmsSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/** Brings our tables up to date where asked to, and says early when they are not there. */
final class SchemaInitializer implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaInitializer.class);

    /** SQL states that tell of a table that does not exist: PostgreSQL's, then MariaDB's and H2's. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private final DataSource dataSource;
    private final DatabaseInitializationMode mode;

    SchemaInitializer(DataSource dataSource, DatabaseInitializationMode mode) {
        this.dataSource = dataSource;
        this.mode = mode;
    }

    @Override
    public void afterPropertiesSet() {
        boolean embedded =
                mode == DatabaseInitializationMode.EMBEDDED && EmbeddedDatabaseConnection.isEmbedded(dataSource);
        if (embedded || mode == DatabaseInitializationMode.ALWAYS) {
            SmsSchema.migrate(dataSource);
        } else {
            requireTables();
        }
    }

    private void requireTables() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1 from sms_provider_account where 1 = 0");
        } catch (SQLException failed) {
            if (failed.getSQLState() != null && NO_SUCH_TABLE.contains(failed.getSQLState())) {
                throw new SetupException(
                        "The tables of SMS Messenger are not in the database, and sms.jpa.schema.initialize="
                                + mode.name().toLowerCase(Locale.ROOT) + " does not create them here.",
                        "Run the scripts that come with the jar, in order and each once, with the tool that keeps your own"
                                + " tables (they are in io/smsmessenger/jpa/schema/<database>/ on the class path; for"
                                + " Flyway, copy them under version numbers of your own), or let the application do it:"
                                + " sms.jpa.schema.initialize=always",
                        failed);
            }
            // A database that is away is for its pool and for JPA to tell of.
            LOG.debug("could not look for the tables", failed);
        }
    }
}
