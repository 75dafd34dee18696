package io.smsmessenger.spring.rest;

import io.smsmessenger.Profiles;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's own messaging profiles. */
final class ProfileRoutes {
    private ProfileRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get("/profiles", ProfileRoutes::list), Route.patch("/profiles/{id}", ProfileRoutes::change));
    }

    private static Answer list(Call call) {
        return Answer.ok(new ListView<>(
                call.user().profiles().list().stream().map(ProfileView::of).toList()));
    }

    private static Answer change(Call call) {
        Profiles profiles = call.user().profiles();
        ProfileId id = call.id(ProfileId::parse);
        MessagingProfile profile = profiles.find(id).orElseThrow(Refusal::notFound);
        Change change = call.body(Change.class);
        if (change.name() != null) {
            profile = profiles.rename(id, change.name());
        }
        if (change.enabled() != null) {
            profile = change.enabled() ? profiles.enable(id) : profiles.disable(id);
        }
        return Answer.ok(ProfileView.of(profile));
    }

    /**
     * What to change; what is absent or null stays.
     *
     * @param name as the user calls it
     * @param enabled whether numbers on it can send
     */
    record Change(@Nullable String name, @Nullable Boolean enabled) {}
}
