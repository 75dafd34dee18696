package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.MessageJson;
import io.smsmessenger.examples.simulator.carrier.Stamp;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A phone number as Telnyx writes it: the number itself, its messaging settings, and one that is for sale. */
final class NumberJson {
    private NumberJson() {}

    static ObjectNode detailed(OwnNumber number, @Nullable String profileName) {
        ObjectNode json = common(number)
                .put("record_type", "phone_number")
                .put("country_iso_alpha2", "US")
                .put("status", "active")
                .putNull("connection_id")
                .put("customer_reference", number.customerReference())
                .putNull("external_pin")
                .put("messaging_profile_name", profileName)
                .putNull("billing_group_id");
        return voice(json, number);
    }

    /** The shape of the answer to a release, whose schema knows no nulls. */
    static ObjectNode deleted(OwnNumber number) {
        ObjectNode json = Json.object()
                .put("id", number.id())
                .put("record_type", "phone_number")
                .put("phone_number", number.phoneNumber())
                .put("status", "deleted");
        json.set("tags", Json.strings(number.tags()));
        return voice(json, number);
    }

    private static ObjectNode voice(ObjectNode json, OwnNumber number) {
        return json.put("phone_number_type", "local")
                .put("purchased_at", Stamp.of(number.createdAt()))
                .put("created_at", Stamp.of(number.createdAt()))
                .put("updated_at", Stamp.of(number.updatedAt()))
                .put("deletion_lock_enabled", false)
                .put("call_forwarding_enabled", false)
                .put("emergency_enabled", false);
    }

    static ObjectNode messaging(OwnNumber number) {
        ObjectNode json = common(number)
                .put("record_type", "messaging_settings")
                .put("country_code", "US")
                .put("type", "long-code")
                .put("messaging_product", "A2P")
                .put("traffic_type", "A2P")
                .put("organization_id", MessageJson.ORGANIZATION)
                .put("created_at", Stamp.of(number.createdAt()))
                .put("updated_at", Stamp.of(number.updatedAt()));
        json.set("eligible_messaging_products", Json.strings(List.of("A2P")));
        ObjectNode features = json.putObject("features");
        features.set("sms", feature());
        features.set("mms", feature());
        json.putObject("health")
                .put("message_count", 0)
                .put("inbound_outbound_ratio", 1.0)
                .put("success_ratio", 1.0)
                .put("spam_ratio", 0.0);
        return json;
    }

    private static ObjectNode common(OwnNumber number) {
        ObjectNode json = Json.object()
                .put("id", number.id())
                .put("phone_number", number.phoneNumber())
                .put("messaging_profile_id", number.profileId());
        json.set("tags", Json.strings(number.tags()));
        return json;
    }

    private static ObjectNode feature() {
        return Json.object()
                .put("domestic_two_way", true)
                .put("international_inbound", true)
                .put("international_outbound", true);
    }

    static ObjectNode available(String phoneNumber) {
        ObjectNode json = Json.object()
                .put("record_type", "available_phone_number")
                .put("phone_number", phoneNumber)
                .put("vanity_format", "")
                .put("best_effort", false)
                .put("quickship", true)
                .put("reservable", true);
        json.putObject("cost_information")
                .put("upfront_cost", "1.00")
                .put("monthly_cost", "1.00")
                .put("currency", "USD");
        json.putArray("region_information")
                .addObject()
                .put("region_type", "country_code")
                .put("region_name", "US");
        for (String feature : List.of("sms", "mms", "voice")) {
            json.withArray("features").addObject().put("name", feature);
        }
        return json;
    }
}
