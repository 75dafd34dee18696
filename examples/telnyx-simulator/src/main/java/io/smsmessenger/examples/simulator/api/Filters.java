package io.smsmessenger.examples.simulator.api;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The filters of a query, {@code filter[name]} or {@code filter[name][operator]}, applied to finished rows. */
final class Filters {
    private static final Pattern NAME = Pattern.compile("filter\\[([^\\]]+)\\](?:\\[([^\\]]+)\\])?");
    private static final Pattern PLAIN_TIME = Pattern.compile("(created_at)\\[(gte|lte)\\]");
    private static final Set<String> IGNORED = Set.of("record_type", "date_range", "source", "without_tags");
    private static final Map<String, String> NAMES = Map.of(
            "number_type",
            "phone_number_type",
            "tag",
            "tags",
            "profile",
            "profile_id",
            "event_type",
            "webhook/event_type");

    private record Condition(String property, String operator, String value) {}

    private final List<Condition> conditions = new ArrayList<>();

    private Filters() {}

    static Filters of(Map<String, String> query) {
        return of(query, "eq");
    }

    /** Filters whose condition on phone numbers without an operator is another than equality. */
    static Filters of(Map<String, String> query, String phoneNumberOperator) {
        Filters filters = new Filters();
        query.forEach((name, value) -> {
            Matcher matcher = NAME.matcher(name);
            Matcher time = PLAIN_TIME.matcher(name);
            if (matcher.matches() && !IGNORED.contains(matcher.group(1))) {
                String property = NAMES.getOrDefault(matcher.group(1), matcher.group(1));
                String fallback = property.equals("phone_number") ? phoneNumberOperator : "eq";
                filters.conditions.add(
                        new Condition(property, matcher.group(2) == null ? fallback : matcher.group(2), value));
            } else if (time.matches()) {
                filters.conditions.add(new Condition(time.group(1), time.group(2), value));
            }
        });
        return filters;
    }

    boolean match(ObjectNode row) {
        return conditions.stream().allMatch(condition -> holds(condition, row.at("/" + condition.property())));
    }

    private static boolean holds(Condition condition, JsonNode value) {
        if (value.isContainer()) {
            return condition.operator().equals("contains")
                    ? value.toString().contains(condition.value())
                    : value.valueStream().anyMatch(item -> holds(condition, item));
        }
        String text = value.asString("");
        String wanted = condition.value();
        return switch (condition.operator()) {
            case "contains" -> text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            case "starts_with" -> text.startsWith(wanted);
            case "ends_with" -> text.endsWith(wanted);
            case "gt" -> compare(text, wanted) > 0;
            case "gte" -> compare(text, wanted) >= 0;
            case "lt" -> compare(text, wanted) < 0;
            case "lte" -> compare(text, wanted) <= 0;
            default -> List.of(wanted.split(",", -1)).contains(text);
        };
    }

    private static int compare(String text, String wanted) {
        try {
            return OffsetDateTime.parse(text)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(wanted).toInstant());
        } catch (DateTimeException noTime) {
            return text.compareTo(wanted);
        }
    }
}
