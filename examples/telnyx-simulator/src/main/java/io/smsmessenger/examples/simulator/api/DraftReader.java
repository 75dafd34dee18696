package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Draft;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.state.Hooks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a caller wants to send. */
final class DraftReader {
    private static final Set<String> TYPES = Set.of("SMS", "MMS");
    private static final Set<String> ENCODINGS = Set.of("auto", "gsm7", "ucs2");

    private DraftReader() {}

    static Draft plain(ObjectNode body) {
        Bodies.array(body, "media_urls");
        String encoding = oneOf(body, "encoding", ENCODINGS);
        return new Draft(
                Bodies.string(body, "to"),
                Bodies.string(body, "from"),
                Bodies.string(body, "messaging_profile_id"),
                Bodies.string(body, "text"),
                Bodies.string(body, "subject"),
                Json.texts(body, "media_urls"),
                oneOf(body, "type", TYPES),
                encoding == null ? "auto" : encoding,
                Bodies.flag(body, "auto_detect", false),
                new Hooks(Bodies.string(body, "webhook_url"), Bodies.string(body, "webhook_failover_url")),
                Bodies.flag(body, "use_profile_webhooks", true),
                time(Bodies.string(body, "send_at")));
    }

    static Draft longCode(ObjectNode body) {
        Bodies.required(body, "from");
        return plain(body.without(List.of("messaging_profile_id", "send_at")));
    }

    static Draft pool(ObjectNode body) {
        Bodies.required(body, "messaging_profile_id");
        return plain(body.without(List.of("from", "send_at")));
    }

    private static @Nullable String oneOf(ObjectNode body, String name, Set<String> allowed) {
        String value = Bodies.string(body, name);
        if (value != null && !allowed.contains(value)) {
            throw new Refusal(Failure.MALFORMED, "'" + name + "' must be one of " + allowed + ".", "/" + name);
        }
        return value;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw new Refusal(Failure.MALFORMED, "send_at must be an ISO 8601 time.", "/send_at");
        }
    }
}
