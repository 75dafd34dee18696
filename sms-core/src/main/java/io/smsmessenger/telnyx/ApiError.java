package io.smsmessenger.telnyx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One error as Telnyx tells it.
 *
 * @param code digits, not unique over Telnyx's products
 * @param title a few words
 * @param detail a sentence, which may quote phone numbers
 */
record ApiError(
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail) {
    /** The code of a block rule; some pages use it for other refusals too. */
    static final String BLOCKED = "40300";

    /** Reads the body of an answer: a list of errors, one bare error, or neither, which reads as none. */
    static List<ApiError> ofBody(byte[] body) {
        JsonNode root;
        try {
            root = Json.tree(body);
        } catch (JacksonException noJson) {
            // Proxies answer in HTML; the status has to do then.
            return List.of();
        }
        List<ApiError> errors = ofList(root.path("errors"));
        return errors.isEmpty() && root.has("code") ? List.of(of(root)) : errors;
    }

    /** Reads the errors of an event: objects, or bare codes as in reports. */
    static List<ApiError> ofList(JsonNode list) {
        List<ApiError> errors = new ArrayList<>();
        for (JsonNode error : list) {
            if (error.isObject()) {
                errors.add(of(error));
            } else if (Fields.text(error) != null) {
                errors.add(new ApiError(Fields.text(error), null, null));
            }
        }
        return errors;
    }

    private static ApiError of(JsonNode error) {
        return new ApiError(Fields.text(error, "code"), Fields.text(error, "title"), Fields.text(error, "detail"));
    }

    /** Whether it says that the recipient asked not to be texted: only the title tells, since the code has two uses. */
    boolean saysOptedOut() {
        String words = title == null ? "" : title.toLowerCase(Locale.ROOT);
        return BLOCKED.equals(code) && (words.contains("stop") || words.contains("block"));
    }

    /** Without the detail, which may quote phone numbers. */
    @Override
    public String toString() {
        return "ApiError[" + code + "]";
    }
}
