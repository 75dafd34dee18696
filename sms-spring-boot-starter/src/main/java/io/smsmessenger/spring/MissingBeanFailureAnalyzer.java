package io.smsmessenger.spring;

import io.smsmessenger.store.SmsStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/** Says where a bean that SMS Messenger needs comes from, ahead of Spring Boot's general words. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingBeanFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
    private static final String RESOLVER = "io.smsmessenger.spring.SmsUserResolver";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        ResolvableType type = cause.getResolvableType();
        if (type == null || cause instanceof NoUniqueBeanDefinitionException) {
            return null;
        }
        String name = type.toClass().getName();
        if (name.equals(RESOLVER)) {
            return new FailureAnalysis(
                    "The REST API of SMS Messenger is switched on (sms.rest.enabled=true), and there is no"
                            + " SmsUserResolver bean that says who is asking.",
                    """
                    Say who the user of a request is, from what your application has authenticated:

                        @Bean
                        SmsUserResolver smsUsers() {
                            return request -> Optional.ofNullable(request.getUserPrincipal())
                                    .map(user -> UserId.of(user.getName()));
                        }

                    or switch the REST API off: sms.rest.enabled=false""",
                    cause);
        }
        if (name.equals(SmsStore.class.getName())) {
            return new FailureAnalysis(
                    "SMS Messenger has no place to keep messages: the application has no JPA"
                            + " EntityManagerFactory, and sms.store does not ask for another store.",
                    "Add spring-boot-starter-data-jpa and a database, or try without one: sms.store=memory (all is"
                            + " lost when the application stops).",
                    cause);
        }
        return null;
    }
}
