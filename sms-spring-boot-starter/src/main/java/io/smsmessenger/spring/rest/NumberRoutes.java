package io.smsmessenger.spring.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smsmessenger.Numbers;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The user's own numbers. Which number is whose is the operator's matter and has no route. */
final class NumberRoutes {
    private NumberRoutes() {}

    static List<Route> routes() {
        return List.of(Route.get("/numbers", NumberRoutes::list), Route.patch("/numbers/{id}", NumberRoutes::change));
    }

    private static Answer list(Call call) {
        return Answer.ok(new ListView<>(
                call.user().numbers().list().stream().map(NumberView::of).toList()));
    }

    private static Answer change(Call call) {
        Numbers numbers = call.user().numbers();
        NumberId id = call.id(NumberId::parse);
        NumberAssignment number =
                numbers.find(id).filter(NumberAssignment::open).orElseThrow(Refusal::notFound);
        Change change = call.body(Change.class);
        // Everything that can be refused comes first, so that a refused request has changed nothing.
        if (Boolean.FALSE.equals(change.isDefault())) {
            throw Refusal.at("/default", Problem.INVALID_FIELD, "Make another number the default instead.");
        }
        ProfileId profile = change.profileId() == null ? null : profile(call, change.profileId());
        if (change.label() != null) {
            number = numbers.label(id, Input.clearable("/label", change.label()));
        }
        if (change.profileId() != null) {
            number = profile == null ? numbers.takeOffProfile(id) : numbers.putOnProfile(id, profile);
        }
        if (change.isDefault() != null) {
            number = numbers.makeDefault(id);
        }
        return Answer.ok(NumberView.of(number));
    }

    private static @Nullable ProfileId profile(Call call, JsonNode node) {
        String text = Input.clearable("/profileId", node);
        if (text == null) {
            return null;
        }
        ProfileId profile = ProfileId.parse(text).orElseThrow(Refusal::notFound);
        return call.user()
                .profiles()
                .find(profile)
                .orElseThrow(Refusal::notFound)
                .id();
    }

    /**
     * What to change; what is absent stays.
     *
     * @param label as the user calls it, null to clear it
     * @param isDefault true to start new conversations from it
     * @param profileId one of the user's own profiles, null for none
     */
    record Change(
            @Nullable JsonNode label,
            @JsonProperty("default") @Nullable Boolean isDefault,
            @Nullable JsonNode profileId) {}
}
