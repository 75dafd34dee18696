package io.smsmessenger.spring;

import io.smsmessenger.model.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says on whose behalf a request to the REST API acts. The host brings it as a bean, because only the host knows its
 * users; without one the REST API does not start.
 *
 * <pre>{@code
 * @Bean
 * SmsUserResolver smsUsers() {
 *     return request -> Optional.ofNullable(request.getUserPrincipal()).map(user -> UserId.of(user.getName()));
 * }
 * }</pre>
 *
 * <p>Take the user from what the host has authenticated, never from a header or parameter that a caller can write. The
 * id must belong to that user for good: a login name that is given to somebody else later takes the texts along.
 */
@FunctionalInterface
public interface SmsUserResolver {
    /**
     * The user, empty when nobody is signed in: that is answered by 401. What it throws is the host's to handle and
     * reaches the host's own exception handlers.
     */
    Optional<UserId> resolve(HttpServletRequest request);
}
