package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.examples.simulator.Client.Answer;
import io.smsmessenger.examples.simulator.carrier.Timings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private TelnyxSimulator telnyx;
    private Client client;

    @BeforeEach
    void start() {
        telnyx = TelnyxSimulator.builder().timings(Timings.fast()).start();
        client = new Client(telnyx);
    }

    @AfterEach
    void stop() {
        telnyx.close();
    }

    private String createProfile(String name) throws Exception {
        Answer answer = client.call(
                "POST",
                "/v2/messaging_profiles",
                "{\"name\":\"" + name + "\",\"whitelisted_destinations\":[\"US\"],\"webhook_url\":\"\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.id();
    }

    @Test
    void profilesAreCreatedListedChangedAndDeleted() throws Exception {
        for (int i = 0; i < 5; i++) {
            createProfile("Profile " + i);
        }
        JsonNode page = client.get("/v2/messaging_profiles?page%5Bsize%5D=2&page%5Bnumber%5D=3")
                .json();
        assertThat(page.path("data")).hasSize(1);
        assertThat(page.path("meta").path("total_pages").asInt()).isEqualTo(3);
        assertThat(page.path("meta").path("total_results").asInt()).isEqualTo(5);
        assertThat(client.get("/v2/messaging_profiles?page%5Bsize%5D=999").status())
                .isEqualTo(400);
        JsonNode found = client.get("/v2/messaging_profiles?filter%5Bname%5D%5Bcontains%5D=profile%203")
                .json()
                .path("data");
        assertThat(found).hasSize(1);
        String id = found.path(0).path("id").asString();
        Answer changed = client.call(
                "PATCH", "/v2/messaging_profiles/" + id, "{\"enabled\":false,\"id\":\"other\",\"name\":\"New\"}");
        assertThat(changed.id()).isEqualTo(id);
        assertThat(changed.json().path("data").path("enabled").asBoolean()).isFalse();
        assertThat(client.call("DELETE", "/v2/messaging_profiles/" + id, "").status())
                .isEqualTo(200);
        assertThat(client.get("/v2/messaging_profiles/" + id).status()).isEqualTo(404);
        assertThat(client.call("POST", "/v2/messaging_profiles", "{\"name\":\"x\"}")
                        .code())
                .isEqualTo("10004");
    }

    @Test
    void numbersAreFoundOrderedAssignedAndReleased() throws Exception {
        String profile = createProfile("Demo");
        String number = client.get("/v2/available_phone_numbers?filter%5Bcountry_code%5D=US"
                        + "&filter%5Bnational_destination_code%5D=720&filter%5Blimit%5D=3")
                .json()
                .path("data")
                .path(1)
                .path("phone_number")
                .asString();
        assertThat(number).isEqualTo("+17205550101");
        String order = "{\"phone_numbers\":[{\"phone_number\":\"" + number + "\"}],\"customer_reference\":\"r1\","
                + "\"messaging_profile_id\":\"" + profile + "\"}";
        Answer placed = client.call("POST", "/v2/number_orders", order);
        assertThat(placed.json().path("data").path("status").asString()).isEqualTo("pending");
        telnyx.awaitIdle(SOON);
        assertThat(client.get("/v2/number_orders/" + placed.id())
                        .json()
                        .path("data")
                        .path("status")
                        .asString())
                .isEqualTo("success");
        assertThat(client.call("POST", "/v2/number_orders", order).status()).isEqualTo(400);
        assertThat(client.get("/v2/number_orders?filter%5Bcustomer_reference%5D=r1")
                        .json()
                        .path("data"))
                .hasSize(1);

        JsonNode owned = client.get("/v2/phone_numbers?filter%5Bphone_number%5D=7205550101")
                .json()
                .path("data")
                .path(0);
        String id = owned.path("id").asString();
        assertThat(owned.path("messaging_profile_name").asString()).isEqualTo("Demo");
        assertThat(client.get("/v2/messaging_profiles/" + profile + "/phone_numbers")
                        .json()
                        .path("data"))
                .hasSize(1);
        String messaging = "/v2/phone_numbers/" + id + "/messaging";
        assertThat(profileAfter(messaging, "{\"messaging_profile_id\":null}")).isEqualTo(profile);
        assertThat(profileAfter(messaging, "{\"messaging_profile_id\":\"\"}")).isEmpty();
        assertThat(profileAfter(messaging, "{\"messaging_profile_id\":\"" + profile + "\"}"))
                .isEqualTo(profile);
        assertThat(client.call("DELETE", "/v2/messaging_profiles/" + profile, "")
                        .code())
                .isEqualTo("10021");
        assertThat(client.call("DELETE", "/v2/phone_numbers/" + id, "").status())
                .isEqualTo(200);
        assertThat(client.get("/v2/phone_numbers/" + id).status()).isEqualTo(404);
    }

    private String profileAfter(String path, String body) throws Exception {
        return client.call("PATCH", path, body)
                .json()
                .path("data")
                .path("messaging_profile_id")
                .asString("");
    }

    @Test
    void scheduledMessagesCanBeCancelled() throws Exception {
        telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", null));
        String due = Instant.now().plus(Duration.ofMinutes(30)).toString();
        Answer scheduled = client.send(Client.draft(Client.MARIA, "Later").put("send_at", due));
        assertThat(status(scheduled.json().path("data"))).isEqualTo("scheduled");
        assertThat(telnyx.awaitIdle(SOON)).isTrue();
        Answer cancelled = client.call("DELETE", "/v2/messages/" + scheduled.id(), "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(status(cancelled.json())).isEqualTo("cancelled");
        assertThat(client.send(Client.draft(Client.MARIA, "Soon")
                                .put("send_at", Instant.now().toString()))
                        .code())
                .isEqualTo("10015");
        String sent = client.send(Client.MARIA, "Now").id();
        telnyx.awaitIdle(SOON);
        Answer tooLate = client.call("DELETE", "/v2/messages/" + sent, "");
        assertThat(tooLate.status()).isEqualTo(403);
        assertThat(tooLate.json().path("code").asString()).isNotEmpty();
        assertThat(client.call("DELETE", "/v2/messages/none", "").status()).isEqualTo(404);
    }

    private static String status(JsonNode message) {
        return message.path("to").path(0).path("status").asString();
    }

    @Test
    void detailRecordsAndBalanceTellWhatWasSent() throws Exception {
        String profile = telnyx.addProfile("Demo", null);
        telnyx.addNumber(Client.OURS, profile);
        String url = "https://example.com/hook?ref=r42";
        telnyx.network().loseReceipts(100);
        Answer pool = client.call(
                "POST",
                "/v2/messages/number_pool",
                Client.draft(Client.MARIA, "a".repeat(161))
                        .put("messaging_profile_id", profile)
                        .put("webhook_url", url)
                        .toString());
        assertThat(pool.status()).isEqualTo(200);
        telnyx.awaitIdle(SOON);
        JsonNode records = client.get(
                        "/v2/detail_records?filter%5Brecord_type%5D=messaging&filter%5Bcli%5D=%2B13035550142"
                                + "&filter%5Bcreated_at%5D%5Bgte%5D=2020-01-01T00%3A00%3A00Z&sort=-created_at")
                .json()
                .path("data");
        assertThat(records).hasSize(1);
        assertThat(records.path(0).path("delivery_status_webhook_url").asString())
                .isEqualTo(url);
        assertThat(records.path(0).path("parts").asInt()).isEqualTo(2);
        assertThat(client.get("/v2/detail_records").status()).isEqualTo(400);
        assertThat(client.get("/v2/balance")
                        .json()
                        .path("data")
                        .path("currency")
                        .asString())
                .isEqualTo("USD");
    }
}
