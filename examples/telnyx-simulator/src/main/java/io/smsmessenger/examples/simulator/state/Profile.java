package io.smsmessenger.examples.simulator.state;

import io.smsmessenger.examples.simulator.http.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A messaging profile; its settings are kept as the caller gave them, over defaults.
 *
 * @param id a UUID
 * @param settings name, enabled, webhook URLs and all the rest that can be patched
 * @param createdAt when it was made
 * @param updatedAt when it was changed
 */
public record Profile(String id, JsonNode settings, Instant createdAt, Instant updatedAt) {

    /** The display name. */
    public String name() {
        return settings.path("name").asString("");
    }

    /** Whether numbers on it may send. */
    public boolean enabled() {
        return settings.path("enabled").asBoolean(true);
    }

    /** Where its events go. */
    public Hooks hooks() {
        return new Hooks(Json.text(settings, "webhook_url"), Json.text(settings, "webhook_failover_url"));
    }

    /** Whether texts to the country may be sent. */
    public boolean allows(String country) {
        List<String> allowed = Json.texts(settings, "whitelisted_destinations");
        return allowed.contains("*") || allowed.contains(country);
    }

    /** Whether look-alike characters are replaced before parts are counted. */
    public boolean smartEncoding() {
        return settings.path("smart_encoding").asBoolean(false);
    }

    /** The same with the given settings laid over its own. */
    public Profile patched(ObjectNode changes, Instant now) {
        ObjectNode merged = ((ObjectNode) settings).deepCopy();
        merged.setAll(changes);
        return new Profile(id, merged, createdAt, now);
    }
}
