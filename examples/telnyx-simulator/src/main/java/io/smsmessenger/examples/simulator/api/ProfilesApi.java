package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Profiles;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import io.smsmessenger.examples.simulator.state.Profile;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v2/messaging_profiles}. */
final class ProfilesApi {
    private static final int LARGEST_PAGE = 250;

    private final Carrier carrier;
    private final Profiles profiles;

    ProfilesApi(Carrier carrier) {
        this.carrier = carrier;
        this.profiles = carrier.profiles();
    }

    void routes(Router<Answer> router) {
        router.on("GET", "/v2/messaging_profiles", this::list)
                .on("POST", "/v2/messaging_profiles", this::create)
                .on("GET", "/v2/messaging_profiles/{id}", call -> Answer.data(ProfileJson.of(find(call))))
                .on("PATCH", "/v2/messaging_profiles/{id}", this::patch)
                .on("DELETE", "/v2/messaging_profiles/{id}", this::delete)
                .on("GET", "/v2/messaging_profiles/{id}/phone_numbers", this::numbers);
    }

    private Answer list(Call call) {
        return Listing.of(call, carrier.store().profiles().all().stream().map(ProfileJson::of), LARGEST_PAGE);
    }

    private Answer create(Call call) {
        ObjectNode body = Bodies.object(call);
        Bodies.required(body, "name");
        Bodies.array(body, "whitelisted_destinations");
        if (!body.path("whitelisted_destinations").isArray()) {
            throw new Refusal(
                    Failure.MISSING_PARAMETER,
                    "The 'whitelisted_destinations' parameter is required.",
                    "/whitelisted_destinations");
        }
        check(body);
        return Answer.data(ProfileJson.of(profiles.create(null, body)));
    }

    private Answer patch(Call call) {
        Profile profile = find(call);
        ObjectNode body = Bodies.object(call);
        Bodies.array(body, "whitelisted_destinations");
        check(body);
        return Answer.data(ProfileJson.of(profiles.patch(profile, body)));
    }

    private static void check(ObjectNode body) {
        Bodies.string(body, "name");
        Bodies.flag(body, "enabled", true);
        Bodies.string(body, "webhook_url");
        Bodies.string(body, "webhook_failover_url");
        Bodies.flag(body, "smart_encoding", false);
    }

    private Answer delete(Call call) {
        Profile profile = find(call);
        if (numbersOf(profile).findAny().isPresent()) {
            throw new Refusal(Failure.IN_USE, "The messaging profile still has phone numbers.", null);
        }
        carrier.store().profiles().remove(profile.id());
        return Answer.data(ProfileJson.of(profile));
    }

    private Answer numbers(Call call) {
        Profile profile = find(call);
        return Listing.of(call, numbersOf(profile).map(NumberJson::messaging), LARGEST_PAGE);
    }

    private Stream<OwnNumber> numbersOf(Profile profile) {
        return carrier.store().numbers().all().stream()
                .filter(number -> profile.id().equals(number.profileId()));
    }

    private Profile find(Call call) {
        return carrier.store()
                .profiles()
                .get(call.variable("id"))
                .orElseThrow(() -> new Refusal(Failure.NOT_FOUND, "The messaging profile does not exist.", null));
    }
}
