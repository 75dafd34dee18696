package io.smsmessenger.examples.simulator.api;

import io.smsmessenger.examples.simulator.carrier.Carrier;
import io.smsmessenger.examples.simulator.carrier.Cost;
import io.smsmessenger.examples.simulator.carrier.Failure;
import io.smsmessenger.examples.simulator.carrier.Refusal;
import io.smsmessenger.examples.simulator.carrier.Stamp;
import io.smsmessenger.examples.simulator.http.Call;
import io.smsmessenger.examples.simulator.http.Json;
import io.smsmessenger.examples.simulator.http.Router;
import io.smsmessenger.examples.simulator.state.Event.State;
import io.smsmessenger.examples.simulator.state.Message;
import io.smsmessenger.examples.simulator.state.OptOut;
import io.smsmessenger.examples.simulator.state.Profile;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** What can be looked up afterwards: opt-outs, detail records, webhook deliveries, the balance. */
final class RecordsApi {
    private static final BigDecimal CREDIT = new BigDecimal("1000.00");

    private final Carrier carrier;

    RecordsApi(Carrier carrier) {
        this.carrier = carrier;
    }

    void routes(Router<Answer> router) {
        router.on("GET", "/v2/messaging_optouts", this::optOuts)
                .on("GET", "/v2/detail_records", this::details)
                .on("GET", "/v2/webhook_deliveries", this::deliveries)
                .on("GET", "/v2/webhook_deliveries/{id}", this::delivery)
                .on("GET", "/v2/balance", call -> Answer.data(balance()));
    }

    private Answer optOuts(Call call) {
        return Listing.of(call, carrier.store().optOuts().all().stream().map(RecordsApi::json), 250);
    }

    private static ObjectNode json(OptOut optOut) {
        return Json.object()
                .put("from", optOut.handset())
                .put("to", optOut.number())
                .put("messaging_profile_id", optOut.profileId())
                .put("keyword", optOut.keyword())
                .put("created_at", Stamp.of(optOut.createdAt()));
    }

    /** Messages that wait in the queue are not in here, as at Telnyx. */
    private Answer details(Call call) {
        if (!"messaging".equals(call.parameter("filter[record_type]"))) {
            throw new Refusal(Failure.MALFORMED, "Only filter[record_type]=messaging is known here.", null);
        }
        return Listing.of(
                call,
                carrier.store().messages().all().stream()
                        .filter(message -> message.inbound() || message.times().sentAt() != null)
                        .filter(message -> between(call, message))
                        .map(message -> DetailJson.of(
                                message,
                                carrier.store()
                                        .profiles()
                                        .get(message.profileId())
                                        .map(Profile::name)
                                        .orElse(""))),
                50);
    }

    /** Looks at the two numbers before a row is written out, so that many look-ups among many messages stay quick. */
    private static boolean between(Call call, Message message) {
        String cli = call.parameter("filter[cli]");
        String cld = call.parameter("filter[cld]");
        return (cli == null || cli.equals(message.from())) && (cld == null || cld.equals(message.to()));
    }

    private Answer deliveries(Call call) {
        return Listing.of(
                call,
                carrier.store().events().all().stream()
                        .filter(event -> event.state() == State.DELIVERED || event.state() == State.FAILED)
                        .map(DeliveryJson::of),
                250);
    }

    private Answer delivery(Call call) {
        return carrier.store()
                .events()
                .get(call.variable("id"))
                .map(event -> Answer.data(DeliveryJson.of(event)))
                .orElseThrow(() -> new Refusal(Failure.NOT_FOUND, "The delivery does not exist.", null));
    }

    private ObjectNode balance() {
        BigDecimal spent = carrier.store().messages().all().stream()
                .map(message -> Cost.of(message.content()).total())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String left = CREDIT.subtract(spent).toPlainString();
        return Json.object()
                .put("record_type", "balance")
                .put("balance", left)
                .put("available_credit", left)
                .put("credit_limit", "0.00")
                .put("pending", "0.00")
                .put("currency", "USD");
    }
}
