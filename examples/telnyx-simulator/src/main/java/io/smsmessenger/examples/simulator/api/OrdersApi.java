package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.Stamp;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v2/available_phone_numbers} and {@code /v2/number_orders}. */
final class OrdersApi {
    private static final String AREA = "303";

    private final Carrier carrier;

    OrdersApi(Carrier carrier) {
        this.carrier = carrier;
    }

    void routes(Router<Answer> router) {
        router.on("GET", "/v2/available_phone_numbers", this::available)
                .on("POST", "/v2/number_orders", this::order)
                .on("GET", "/v2/number_orders", this::list)
                .on("GET", "/v2/number_orders/{id}", this::get);
    }

    private Answer available(Call call) {
        String area = Objects.requireNonNullElse(call.parameter("filter[national_destination_code]"), AREA);
        String country = Objects.requireNonNullElse(call.parameter("filter[country_code]"), "US");
        Stream<String> found = country.equals("US") && area.matches("[2-9]\\d{2}")
                ? carrier.numbers().available(area)
                : Stream.empty();
        ArrayNode data = Json.array();
        found.filter(number -> matches(call, number.substring(2)))
                .limit(limit(call))
                .map(NumberJson::available)
                .forEach(data::add);
        ObjectNode body = Json.object();
        body.set("data", data);
        for (String meta : List.of("meta", "metadata")) {
            body.putObject(meta).put("total_results", data.size()).put("best_effort_results", 0);
        }
        return Answer.ok(body);
    }

    private static boolean matches(Call call, String national) {
        String starts = Objects.requireNonNullElse(call.parameter("filter[phone_number][starts_with]"), "");
        String ends = Objects.requireNonNullElse(call.parameter("filter[phone_number][ends_with]"), "");
        String contains = Objects.requireNonNullElse(call.parameter("filter[phone_number][contains]"), "");
        String local = national.substring(3);
        return (national.startsWith(starts) || local.startsWith(starts))
                && national.endsWith(ends)
                && national.contains(contains);
    }

    private static int limit(Call call) {
        String limit = call.parameter("filter[limit]");
        return limit == null || !limit.matches("\\d{1,3}") ? 20 : Integer.parseInt(limit);
    }

    private Answer order(Call call) {
        ObjectNode body = Bodies.object(call);
        Bodies.array(body, "phone_numbers");
        List<String> wanted = new ArrayList<>();
        for (JsonNode line : body.path("phone_numbers")) {
            wanted.add(line.path("phone_number").asString(""));
        }
        String profileId = Bodies.string(body, "messaging_profile_id");
        return Answer.data(json(carrier.numbers().order(wanted, profileId, Bodies.string(body, "customer_reference"))));
    }

    private Answer list(Call call) {
        return Listing.of(call, carrier.store().orders().all().stream().map(OrdersApi::brief), 250);
    }

    private Answer get(Call call) {
        return carrier.store()
                .orders()
                .get(call.variable("id"))
                .map(order -> Answer.data(json(order)))
                .orElseThrow(() -> new Refusal(Failure.NOT_FOUND, "The number order does not exist.", null));
    }

    /** As in a list, where the published schema knows no more of a line than its id and number. */
    private static ObjectNode brief(Order order) {
        ObjectNode json = json(order);
        json.path("phone_numbers").forEach(line -> ((ObjectNode) line).retain("id", "phone_number"));
        return json;
    }

    private static ObjectNode json(Order order) {
        String status = order.done() ? "success" : "pending";
        ObjectNode json = Json.object()
                .put("record_type", "number_order")
                .put("id", order.id())
                .put("status", status)
                .put("phone_numbers_count", order.lines().size())
                .put("requirements_met", true)
                .put("created_at", Stamp.of(order.createdAt()))
                .put("updated_at", Stamp.of(order.updatedAt()));
        json.putArray("sub_number_orders_ids");
        if (order.profileId() != null) {
            json.put("messaging_profile_id", order.profileId());
        }
        if (order.customerReference() != null) {
            json.put("customer_reference", order.customerReference());
        }
        ArrayNode lines = json.putArray("phone_numbers");
        for (Order.Line line : order.lines()) {
            lines.addObject()
                    .put("record_type", "number_order_phone_number")
                    .put("id", line.id())
                    .put("phone_number", line.phoneNumber())
                    .put("phone_number_type", "local")
                    .put("country_code", "US")
                    .put("country_iso_alpha2", "US")
                    .put("requirements_met", true)
                    .put("requirements_status", "approved")
                    .put("status", status)
                    .putArray("regulatory_requirements");
        }
        return json;
    }
}
