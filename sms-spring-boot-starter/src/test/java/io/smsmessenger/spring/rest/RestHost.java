package io.smsmessenger.spring.rest;

import io.smsmessenger.model.UserId;
import io.smsmessenger.spring.FakeProvider;
import io.smsmessenger.spring.SmsUserResolver;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A host with habits of its own, none of which may show in the API. */
@SpringBootConfiguration
@EnableAutoConfiguration
class RestHost {
    /** Only a test may believe a header. */
    static final String USER = "X-Test-User";

    @Bean
    FakeProvider provider() {
        return new FakeProvider();
    }

    @Bean
    SmsUserResolver resolver() {
        return request -> Optional.ofNullable(request.getHeader(USER)).map(UserId::of);
    }

    @Bean
    HostHabits habits() {
        return new HostHabits();
    }

    /** Wraps every answer and every error of its own controllers. */
    @ControllerAdvice
    static class HostHabits implements ResponseBodyAdvice<Object> {
        @ExceptionHandler
        String everything(Exception failure) {
            return "redirect:/oops";
        }

        @Override
        public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public Object beforeBodyWrite(
                Object body,
                MethodParameter returnType,
                MediaType contentType,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            return Map.of("wrapped", String.valueOf(body));
        }
    }
}
