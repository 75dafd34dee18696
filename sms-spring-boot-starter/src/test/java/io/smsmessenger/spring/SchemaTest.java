package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.jpa.SmsSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** When the tables come to be, and in which order. */
class SchemaTest {
    @Test
    void oursAreMadeAfterTheHostsMigrationsAndBeforeJpa() {
        try (ConfigurableApplicationContext context = host("jdbc:h2:mem:ordered")) {
            assertThat(before(context, "smsSchemaInitializer"))
                    .contains("flywayInitializer")
                    .doesNotContain("entityManagerFactory");
            assertThat(before(context, "entityManagerFactory")).contains("smsSchemaInitializer");
            assertThat(before(context, "smsStore")).contains("smsSchemaInitializer");
        }
    }

    @Test
    void aHostThatRunsTheScriptsItselfIsLeftToIt() throws SQLException {
        String scripts = SmsSchema.scripts("h2").stream()
                .map(script -> "RUNSCRIPT FROM 'classpath:" + script + "'")
                .collect(Collectors.joining("\\;"));
        String url = "jdbc:h2:mem:own;INIT=" + scripts;
        try (ConfigurableApplicationContext context =
                host(url, "sms.jpa.schema.initialize=never", "spring.flyway.enabled=false")) {
            assertThat(context.getBean(SmsMessenger.class).operator().accounts())
                    .hasSize(1);
            try (Connection connection = context.getBean(DataSource.class).getConnection();
                    ResultSet history = connection.getMetaData().getTables(null, null, "SMS_SCHEMA_HISTORY", null)) {
                assertThat(history.next()).isFalse();
            }
        }
    }

    /** All that is made before a bean by its {@code dependsOn}, and theirs. */
    private static Set<String> before(ConfigurableApplicationContext context, String bean) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(bean));
        while (!next.isEmpty()) {
            String[] names =
                    context.getBeanFactory().getBeanDefinition(next.remove()).getDependsOn();
            for (String name : names == null ? new String[0] : names) {
                if (all.add(name)) {
                    next.add(name);
                }
            }
        }
        return all;
    }

    private static ConfigurableApplicationContext host(String url, String... properties) {
        return new SpringApplicationBuilder(Host.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.datasource.url=" + url,
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "sms.dispatch.enabled=false")
                .properties(properties)
                .run();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Host {
        @Bean
        FakeProvider provider() {
            return new FakeProvider();
        }
    }
}
