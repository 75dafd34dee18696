package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.MessageJson;
import io.smsmessenger.examples.simulator.carrier.Stamp;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Profile;
import tools.jackson.databind.node.ObjectNode;

/** A messaging profile as Telnyx writes it. */
final class ProfileJson {
    private ProfileJson() {}

    static ObjectNode of(Profile profile) {
        ObjectNode json = Json.object()
                .put("record_type", "messaging_profile")
                .put("id", profile.id())
                .put("organization_id", MessageJson.ORGANIZATION);
        json.setAll((ObjectNode) profile.settings());
        for (String url : new String[] {"webhook_url", "webhook_failover_url"}) {
            if (json.path(url).asString("").isEmpty()) {
                json.putNull(url);
            }
        }
        return json.put("redaction_enabled", false)
                .put("redaction_level", 2)
                .put("created_at", Stamp.of(profile.createdAt()))
                .put("updated_at", Stamp.of(profile.updatedAt()));
    }
}
