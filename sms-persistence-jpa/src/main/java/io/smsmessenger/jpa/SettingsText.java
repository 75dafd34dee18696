package io.smsmessenger.jpa;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings as one text, {@code name=value&name=value}: legible in the table, and the same on every database. */
final class SettingsText {
    private SettingsText() {}

    static String write(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> encode(setting.getKey()) + "=" + encode(setting.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static Map<String, String> read(String text) {
        Map<String, String> settings = new TreeMap<>();
        if (!text.isEmpty()) {
            for (String setting : text.split("&", -1)) {
                int equals = setting.indexOf('=');
                settings.put(decode(setting.substring(0, equals)), decode(setting.substring(equals + 1)));
            }
        }
        return settings;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
