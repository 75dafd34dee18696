package io.smsmessenger.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;

/** Has our tables made after the host's own Flyway or Liquibase has run and before JPA starts. */
final class SchemaInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {
    private static final int AFTER_THE_HOSTS_OWN = Ordered.LOWEST_PRECEDENCE - 50;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(SchemaInitializer.class);
    }

    @Override
    public int getOrder() {
        return AFTER_THE_HOSTS_OWN;
    }
}
