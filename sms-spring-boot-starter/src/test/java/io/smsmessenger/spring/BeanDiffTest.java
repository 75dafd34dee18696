package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Beside its own beans the starter changes nothing in a host. */
class BeanDiffTest {
    @Test
    void aHostWithTheStarterDiffersByOurBeansOnly() {
        Map<String, String> without = beans("sms.enabled=false");
        Map<String, String> with = beans("sms.enabled=true", "sms.rest.enabled=true");

        Map<String, String> added = new TreeMap<>(with);
        added.keySet().removeAll(without.keySet());
        Map<String, String> rest = new LinkedHashMap<>(with);
        rest.keySet().retainAll(without.keySet());

        assertThat(rest).isEqualTo(without);
        assertThat(added.keySet()).allMatch(name -> name.startsWith("sms") || name.contains("io.smsmessenger"));
        assertThat(added.entrySet().stream()
                        .filter(bean -> !bean.getKey().contains("io.smsmessenger"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "smsTelnyxProvider",
                        "smsEntities",
                        "smsTablesFilter",
                        "smsSchemaInitializer",
                        "smsStore",
                        "smsMessenger",
                        "smsSpringEvents",
                        "smsDispatcherLifecycle",
                        "smsWebhook",
                        "smsRestRoutes");
    }

    private static Map<String, String> beans(String... properties) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Host.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.datasource.url=jdbc:h2:mem:diff",
                        "sms.telnyx.api-key=KEY123",
                        "sms.telnyx.public-key=PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=")
                .properties(properties)
                .run()) {
            Map<String, String> beans = new TreeMap<>();
            Arrays.stream(context.getBeanDefinitionNames()).forEach(name -> beans.put(name, type(context, name)));
            return beans;
        }
    }

    private static String type(ConfigurableApplicationContext context, String name) {
        Class<?> type = context.getType(name);
        return type == null ? "" : type.getName().replaceAll("\\$\\$.*|\\$Proxy.*", "");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Host {
        @Bean
        SmsUserResolver resolver() {
            return request -> Optional.empty();
        }
    }
}
