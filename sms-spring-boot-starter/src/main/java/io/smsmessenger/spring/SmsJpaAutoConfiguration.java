package io.smsmessenger.spring;

import io.smsmessenger.jpa.SmsEntities;
import io.smsmessenger.store.SmsStore;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Brings our entities and tables into the host's persistence unit and database, before the unit starts. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnBooleanProperty(name = "sms.enabled", matchIfMissing = true)
@ConditionalOnClass({
    EntityManagerFactory.class,
    LocalContainerEntityManagerFactoryBean.class,
    EntityManagerFactoryBuilderCustomizer.class
})
@ConditionalOnProperty(name = "sms.store", havingValue = "jpa", matchIfMissing = true)
@ConditionalOnMissingBean(SmsStore.class)
@EnableConfigurationProperties(SmsJpaProperties.class)
final class SmsJpaAutoConfiguration {
    /** Named one by one, so that the host's own scan, or its {@code @EntityScan}, stays as it is. */
    @Bean
    EntityManagerFactoryBuilderCustomizer smsEntities() {
        return builder -> builder.addPersistenceUnitPostProcessors(
                unit -> SmsEntities.names().forEach(unit::addManagedClassName));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(DataSource.class)
    SchemaInitializer smsSchemaInitializer(DataSource dataSource, SmsJpaProperties jpa) {
        return new SchemaInitializer(dataSource, jpa.schema().initialize());
    }

    /** Keeps Hibernate's own schema tools away from our tables. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HibernatePropertiesCustomizer.class)
    static class Hibernate {
        @Bean
        HibernatePropertiesCustomizer smsTablesFilter() {
            return settings -> settings.putIfAbsent(TablesFilter.SETTING, new TablesFilter());
        }
    }
}
