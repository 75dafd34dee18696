package io.smsmessenger.examples.messenger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** A page with places for a few values, each escaped. */
record Page(String source) {
    /** The page of that name on the class path. */
    static Page named(String name) {
        try {
            return new Page(new ClassPathResource("pages/" + name).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("The page " + name + " cannot be read", missing);
        }
    }

    String with(Map<String, String> values) {
        String page = source;
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", HtmlUtils.htmlEscape(value.getValue()));
        }
        return page;
    }
}
