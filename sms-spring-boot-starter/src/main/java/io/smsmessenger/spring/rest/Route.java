package io.smsmessenger.spring.rest;

import org.springframework.http.HttpMethod;

/**
 * One route of the API.
 *
 * @param method how it is called
 * @param pattern where, below the base path; {@code {id}} stands for one id
 * @param handler what it does
 */
record Route(HttpMethod method, String pattern, Handler handler) {
    static Route get(String pattern, Handler handler) {
        return new Route(HttpMethod.GET, pattern, handler);
    }

    static Route post(String pattern, Handler handler) {
        return new Route(HttpMethod.POST, pattern, handler);
    }

    static Route patch(String pattern, Handler handler) {
        return new Route(HttpMethod.PATCH, pattern, handler);
    }

    static Route delete(String pattern, Handler handler) {
        return new Route(HttpMethod.DELETE, pattern, handler);
    }

    /** Whether it needs a JSON body type, which no foreign page can send without a preflight. */
    boolean wantsJson() {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PATCH);
    }
}
