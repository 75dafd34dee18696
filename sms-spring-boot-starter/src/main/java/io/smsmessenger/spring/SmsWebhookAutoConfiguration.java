package io.smsmessenger.spring;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.servlet.SmsWebhookServlet;
import jakarta.servlet.Servlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The carrier's door, beside Spring MVC and not through it: signatures are made over raw bytes. */
@AutoConfiguration(after = SmsAutoConfiguration.class)
@ConditionalOnClass(Servlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(SmsMessenger.class)
@ConditionalOnBooleanProperty(name = "sms.webhook.enabled", matchIfMissing = true)
final class SmsWebhookAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "smsWebhook")
    ServletRegistrationBean<SmsWebhookServlet> smsWebhook(SmsMessenger messenger, SmsWebhookProperties webhook) {
        SmsWebhookServlet servlet = new SmsWebhookServlet(
                messenger.webhooks(), Math.toIntExact(webhook.maxBodySize().toBytes()));
        ServletRegistrationBean<SmsWebhookServlet> registration =
                new ServletRegistrationBean<>(servlet, Paths.absolute(webhook.path()) + "/*");
        registration.setName("smsWebhook");
        // A slow sender then holds no thread.
        registration.setAsyncSupported(true);
        return registration;
    }
}
