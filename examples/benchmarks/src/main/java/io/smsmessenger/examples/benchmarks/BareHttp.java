package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.provider.OutboundSms;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.json.JsonMapper;

/** A send by hand: the same JSON and headers over OkHttp as it comes, but for a pool that 16 threads fit into. */
final class BareHttp implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(64, 5, TimeUnit.SECONDS))
            .build();

    /** Sends it, and answers the carrier's id. */
    String send(URI baseUrl, OutboundSms sms) throws IOException {
        byte[] json = mapper.writeValueAsBytes(mapper.createObjectNode()
                .put("from", sms.from().value())
                .put("to", sms.to().value())
                .put("text", sms.content().text())
                .put("messaging_profile_id", sms.providerProfileId())
                .put("webhook_url", String.valueOf(sms.statusUrl()))
                .put("use_profile_webhooks", true));
        Request request = new Request.Builder()
                .url(baseUrl + "/messages")
                .header("Authorization", "Bearer " + World.API_KEY)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "sms-messenger")
                .post(RequestBody.create(json, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return mapper.readTree(response.body().bytes())
                    .path("data")
                    .path("id")
                    .asString();
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
