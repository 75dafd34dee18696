package io.smsmessenger.spring;

import io.smsmessenger.jpa.JpaSmsStore;
import io.smsmessenger.jpa.SmsEntities;
import io.smsmessenger.store.SmsStore;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.Type;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Keeps everything in the host's database, in the host's own transactions. */
@AutoConfiguration(
        after = SmsJpaAutoConfiguration.class,
        afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnBooleanProperty(name = "sms.enabled", matchIfMissing = true)
@ConditionalOnClass({EntityManagerFactory.class, JpaTransactionManager.class, DependsOnDatabaseInitialization.class})
@ConditionalOnProperty(name = "sms.store", havingValue = "jpa", matchIfMissing = true)
@ConditionalOnBean(EntityManagerFactory.class)
final class SmsJpaStoreAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    SmsStore smsStore(EntityManagerFactory factory, ObjectProvider<PlatformTransactionManager> managers) {
        requireEntities(factory);
        return JpaSmsStore.of(SpringUnitOfWork.of(factory, managers.stream().toList()));
    }

    private static void requireEntities(EntityManagerFactory factory) {
        Set<Class<?>> known = factory.getMetamodel().getEntities().stream()
                .map(Type::getJavaType)
                .collect(Collectors.toSet());
        if (!known.containsAll(SmsEntities.classes())) {
            throw new SetupException(
                    "The persistence unit does not know the entities of SMS Messenger.",
                    "Build your EntityManagerFactory with Spring Boot's EntityManagerFactoryBuilder bean, or name them"
                            + " yourself: SmsEntities.names() in a PersistenceUnitPostProcessor.");
        }
    }
}
