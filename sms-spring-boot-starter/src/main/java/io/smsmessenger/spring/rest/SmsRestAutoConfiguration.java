package io.smsmessenger.spring.rest;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.spring.SmsUserResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The REST API, only where it was asked for and somebody says who is asking. */
@AutoConfiguration(afterName = "io.smsmessenger.spring.SmsAutoConfiguration")
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty("sms.rest.enabled")
@ConditionalOnBean(SmsMessenger.class)
@EnableConfigurationProperties(SmsRestProperties.class)
final class SmsRestAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "smsRestRoutes")
    RouterFunction<ServerResponse> smsRestRoutes(
            SmsMessenger messenger, SmsUserResolver users, SmsRestProperties settings, Environment environment) {
        return new RestRouter(messenger, users, settings)
                .routes(Routes.all(environment.getProperty("sms.default-region")));
    }
}
