package io.smsmessenger.examples.messenger;

import io.smsmessenger.model.UserId;
import io.smsmessenger.spring.SmsUserResolver;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose texts are whose: the login name is the user's id here. A host whose names can change takes its own id. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {
    @Bean
    SmsUserResolver smsUsers() {
        return request -> Optional.ofNullable(request.getUserPrincipal()).map(user -> UserId.of(user.getName()));
    }
}
