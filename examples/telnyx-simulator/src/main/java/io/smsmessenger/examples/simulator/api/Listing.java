package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Json;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers a list as Telnyx does: filtered, sorted, and cut into pages with their meta data. */
final class Listing {
    private static final int DEFAULT_SIZE = 20;

    private Listing() {}

    static Answer of(Call call, Stream<ObjectNode> rows, int largest) {
        return of(call, rows, largest, Filters.of(call.query()));
    }

    static Answer of(Call call, Stream<ObjectNode> rows, int largest, Filters filters) {
        List<ObjectNode> found = rows.filter(filters::match).collect(Collectors.toList());
        sort(found, call.parameter("sort"));
        if ("desc".equals(call.parameter("sort[phone_number]"))) {
            sort(found, "-phone_number");
        } else if (call.parameter("sort[phone_number]") != null) {
            sort(found, "phone_number");
        }
        int size = number(call, "page[size]", DEFAULT_SIZE, largest);
        int page = number(call, "page[number]", 1, Integer.MAX_VALUE);
        ArrayNode data = Json.array();
        found.stream().skip((long) (page - 1) * size).limit(size).forEach(data::add);
        ObjectNode body = Json.object();
        body.set("data", data);
        body.putObject("meta")
                .put("page_number", page)
                .put("page_size", size)
                .put("total_pages", (found.size() + size - 1) / size)
                .put("total_results", found.size());
        return Answer.ok(body);
    }

    private static void sort(List<ObjectNode> rows, @Nullable String by) {
        if (by == null || by.isEmpty()) {
            return;
        }
        String property = by.startsWith("-") ? by.substring(1) : by;
        rows.sort(Comparator.comparing(row -> row.path(property).asString("")));
        if (by.startsWith("-")) {
            Collections.reverse(rows);
        }
    }

    private static int number(Call call, String name, int otherwise, int largest) {
        String value = call.parameter(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // falls through to the refusal
        }
        throw new Refusal(Failure.MALFORMED, name + " must be between 1 and " + largest + ".", null);
    }
}
