package io.smsmessenger.conformance;

import io.smsmessenger.conformance.OpenApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that went over the wire, held against the specification. */
final class Conformance {
    private static final Map<String, String> WEBHOOKS = Map.of(
            "message.received", "inboundMessage",
            "message.sent", "deliveryUpdate",
            "message.finalized", "deliveryUpdate",
            "number_order.complete", "numberOrderStatusUpdate");

    private final OpenApi specification;
    private final Checker checker;

    Conformance(OpenApi specification) {
        this.specification = specification;
        this.checker = new Checker(specification);
    }

    List<Violation> exchanges(List<Exchange> exchanges) {
        List<Violation> violations = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            List<Violation> request = checker.request(exchange);
            if (!exchange.malformed()) {
                violations.addAll(request);
            } else if (request.isEmpty()) {
                violations.add(new Violation("", "malformed", "is well-formed", exchange.toString()));
            }
            violations.addAll(checker.response(exchange));
        }
        return violations;
    }

    List<Violation> webhooks(List<Exchange> webhooks) {
        return webhooks.stream()
                .flatMap(webhook -> {
                    String type = event(webhook).path("event_type").asString("");
                    return checker.webhook(WEBHOOKS.getOrDefault(type, type), webhook).stream();
                })
                .toList();
    }

    /** The kinds of events among webhooks, each with the message's status where it has ended. */
    static Set<String> kinds(List<Exchange> webhooks) {
        return webhooks.stream()
                .map(Conformance::event)
                .map(event -> event.path("event_type").asString("")
                        + event.at("/payload/to/0/status")
                                .asString("")
                                .replaceAll("^(queued|sent)?$", "")
                                .replaceAll("^(?=.)", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operations of the specification that were answered with success at least once. */
    Set<String> succeeded(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.status() >= 200 && exchange.status() < 300)
                .map(exchange -> specification.operation(exchange.method(), exchange.path()))
                .flatMap(Optional::stream)
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The specification's names for operations given as method, blank and path. */
    Set<String> named(List<String> operations) {
        return operations.stream()
                .map(operation -> operation.split(" ", 2))
                .map(parts -> specification
                        .operation(parts[0], parts[1])
                        .map(Operation::toString)
                        .orElse("not in the specification: " + String.join(" ", parts)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode event(Exchange webhook) {
        return JsonMapper.shared().readTree(webhook.requestBody()).path("data");
    }
}
