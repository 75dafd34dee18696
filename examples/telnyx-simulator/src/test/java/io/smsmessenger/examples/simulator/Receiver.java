package io.smsmessenger.examples.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smsmessenger.examples.simulator.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** An application's webhook: keeps what comes and answers as told. */
final class Receiver implements AutoCloseable {
    /** One request as it came. */
    record Hook(String raw, String timestamp, String signature, String userAgent, int answered) {
        JsonNode json() {
            return Json.mapper().readTree(raw);
        }

        String type() {
            return json().path("data").path("event_type").asString("");
        }

        String id() {
            return json().path("data").path("id").asString("");
        }

        int attempt() {
            return json().path("meta").path("attempt").asInt(-1);
        }

        JsonNode payload() {
            return json().path("data").path("payload");
        }

        boolean signedWith(String publicKey) {
            try {
                byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
                byte[] der = Arrays.copyOf(prefix, 44);
                System.arraycopy(Base64.getDecoder().decode(publicKey), 0, der, 12, 32);
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
                verifier.update((timestamp + "|").getBytes(StandardCharsets.UTF_8));
                verifier.update(raw.getBytes(StandardCharsets.UTF_8));
                return verifier.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException unusable) {
                return false;
            }
        }
    }

    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final ToIntFunction<Integer> answers;

    /** Answers the n-th request, from 1, with the status the function gives; 0 never answers. */
    Receiver(ToIntFunction<Integer> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    Receiver() throws IOException {
        this(n -> 200);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Hook> hooks() {
        return hooks;
    }

    List<Hook> hooks(String type) {
        return hooks.stream().filter(hook -> hook.type().equals(type)).toList();
    }

    private void receive(HttpExchange http) throws IOException {
        String raw = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer;
        synchronized (this) {
            answer = answers.applyAsInt(hooks.size() + 1);
            var headers = http.getRequestHeaders();
            hooks.add(new Hook(
                    raw,
                    headers.getFirst("telnyx-timestamp"),
                    headers.getFirst("telnyx-signature-ed25519"),
                    headers.getFirst("User-Agent"),
                    answer));
        }
        if (answer > 0) {
            http.sendResponseHeaders(answer, -1);
            http.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
