package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Profile;
import io.smsmessenger.examples.simulator.state.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes and changes messaging profiles. */
public final class Profiles {
    private static final Set<String> READ_ONLY = Set.of(
            "id", "record_type", "organization_id", "created_at", "updated_at", "redaction_enabled", "redaction_level");

    private final Store store;
    private final Chance chance;
    private final Clock clock;

    Profiles(Store store, Chance chance, Clock clock) {
        this.store = store;
        this.chance = chance;
        this.clock = clock;
    }

    /** A new profile with the given settings over Telnyx's defaults, under the given id or a new one. */
    public Profile create(@Nullable String id, ObjectNode settings) {
        Instant now = clock.instant();
        Profile blank = new Profile(id == null ? chance.uuid() : id, defaults(), now, now);
        return store.profiles().put(blank.patched(writable(settings), now));
    }

    /** The profile with the given settings changed. */
    public Profile patch(Profile profile, ObjectNode changes) {
        Instant now = clock.instant();
        return store.profiles()
                .update(profile.id(), row -> row.patched(writable(changes), now))
                .orElse(profile);
    }

    private static ObjectNode writable(ObjectNode settings) {
        return settings.deepCopy().remove(READ_ONLY);
    }

    private ObjectNode defaults() {
        return Json.object()
                .put("enabled", true)
                .putNull("webhook_url")
                .putNull("webhook_failover_url")
                .put("webhook_api_version", "2")
                .putNull("number_pool_settings")
                .putNull("url_shortener_settings")
                .putNull("alpha_sender")
                .put("daily_spend_limit_enabled", false)
                .put("mms_fall_back_to_sms", false)
                .put("mms_transcoding", false)
                .put("mobile_only", false)
                .put("smart_encoding", false)
                .putNull("health_webhook_url")
                .put("v1_secret", chance.uuid().replace("-", ""));
    }
}
