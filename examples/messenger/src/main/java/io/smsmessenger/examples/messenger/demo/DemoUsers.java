package io.smsmessenger.examples.messenger.demo;

import io.smsmessenger.model.UserId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Alice, who has numbers, and Bob, who has none. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoUsers {
    static final UserId ALICE = UserId.of("alice");
    static final UserId BOB = UserId.of("bob");

    @Bean
    UserDetailsService demoUserDetails() {
        return new InMemoryUserDetailsManager(user(ALICE), user(BOB));
    }

    /** The password is printed on the login page: hashing it would protect nothing. */
    private static UserDetails user(UserId id) {
        return User.withUsername(id.value())
                .password("{noop}" + id.value())
                .roles("USER")
                .build();
    }
}
