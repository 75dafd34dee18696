package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import io.smsmessenger.examples.simulator.state.Profile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v2/phone_numbers} and the messaging settings below it. */
final class NumbersApi {
    private static final int LARGEST_PAGE = 250;

    private final Carrier carrier;

    NumbersApi(Carrier carrier) {
        this.carrier = carrier;
    }

    void routes(Router<Answer> router) {
        router.on("GET", "/v2/phone_numbers", this::list)
                .on("GET", "/v2/phone_numbers/messaging", this::listMessaging)
                .on("GET", "/v2/phone_numbers/{id}", call -> Answer.data(detailed(find(call))))
                .on("PATCH", "/v2/phone_numbers/{id}", this::label)
                .on("DELETE", "/v2/phone_numbers/{id}", this::release)
                .on("GET", "/v2/phone_numbers/{id}/messaging", call -> Answer.data(NumberJson.messaging(find(call))))
                .on("PATCH", "/v2/phone_numbers/{id}/messaging", this::assign);
    }

    private Answer list(Call call) {
        return Listing.of(
                call,
                carrier.store().numbers().all().stream().map(this::detailed),
                LARGEST_PAGE,
                Filters.of(call.query(), "contains"));
    }

    private Answer listMessaging(Call call) {
        return Listing.of(call, carrier.store().numbers().all().stream().map(NumberJson::messaging), LARGEST_PAGE);
    }

    private Answer label(Call call) {
        OwnNumber number = find(call);
        ObjectNode body = Bodies.object(call);
        Bodies.array(body, "tags");
        String reference = Bodies.string(body, "customer_reference");
        return Answer.data(detailed(carrier.store()
                .numbers()
                .put(number.labelled(
                        tags(body, number),
                        reference == null ? number.customerReference() : reference,
                        carrier.clock().instant()))));
    }

    private Answer release(Call call) {
        OwnNumber number = find(call);
        carrier.store().numbers().remove(number.phoneNumber());
        return Answer.data(NumberJson.deleted(number));
    }

    /** A missing or null profile keeps it, an empty one takes it away. */
    private Answer assign(Call call) {
        OwnNumber number = find(call);
        ObjectNode body = Bodies.object(call);
        Bodies.array(body, "tags");
        String asked = Bodies.string(body, "messaging_profile_id");
        String profileId = asked == null ? number.profileId() : asked.isEmpty() ? null : existing(asked);
        var now = carrier.clock().instant();
        OwnNumber changed = number.labelled(tags(body, number), number.customerReference(), now)
                .onProfile(profileId, now);
        return Answer.data(NumberJson.messaging(carrier.store().numbers().put(changed)));
    }

    private String existing(String profileId) {
        if (carrier.store().profiles().get(profileId).isEmpty()) {
            throw new Refusal(Failure.MALFORMED, "The messaging profile does not exist.", "/messaging_profile_id");
        }
        return profileId;
    }

    private static List<String> tags(ObjectNode body, OwnNumber number) {
        return body.path("tags").isArray() ? Json.texts(body, "tags") : number.tags();
    }

    private ObjectNode detailed(OwnNumber number) {
        return NumberJson.detailed(number, profileName(number.profileId()));
    }

    private @Nullable String profileName(@Nullable String profileId) {
        return profileId == null
                ? null
                : carrier.store().profiles().get(profileId).map(Profile::name).orElse(null);
    }

    private OwnNumber find(Call call) {
        String id = call.variable("id");
        Optional<OwnNumber> byNumber = carrier.store().numbers().get(id);
        return byNumber.orElseGet(() -> carrier.store().numbers().all().stream()
                .filter(number -> number.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Failure.NOT_FOUND, "The phone number does not exist.", null)));
    }
}
