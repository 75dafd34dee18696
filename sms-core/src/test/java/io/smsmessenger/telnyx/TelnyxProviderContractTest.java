package io.smsmessenger.telnyx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smsmessenger.contract.MessageLookupContract;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.provider.SmsProvider;
import io.smsmessenger.testing.SignedWebhook;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class TelnyxProviderContractTest extends MessageLookupContract {
    private static final KeyPair KEYS = SignedWebhook.newKeys();
    private static final String ID = "403195bd-0000-4000-8000-000000000001";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private TelnyxProvider reachable;
    private TelnyxProvider hasty;
    private TelnyxProvider unreachable;
    private TelnyxProvider current;

    @BeforeEach
    void start() throws Exception {
        URI server = URI.create("http://localhost:" + SERVER.getPort() + "/v2");
        reachable = provider(server, Duration.ofSeconds(60));
        hasty = provider(server, Duration.ofMillis(900));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unreachable =
                    provider(URI.create("http://127.0.0.1:" + free.getLocalPort() + "/v2"), Duration.ofSeconds(60));
        }
        current = reachable;
    }

    @AfterEach
    void stop() {
        reachable.close();
        hasty.close();
        unreachable.close();
    }

    private static TelnyxProvider provider(URI baseUrl, Duration patience) {
        return TelnyxProvider.builder()
                .apiKey("KEY-of-the-test")
                .publicKey(SignedWebhook.publicKey(KEYS))
                .clock(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))
                .callTimeout(patience)
                .baseUrl(baseUrl)
                .build();
    }

    @Override
    protected SmsProvider provider() {
        return current;
    }

    @Override
    protected void script(Script script) {
        current = switch (script) {
            case UNREACHABLE -> unreachable;
            case SILENCE -> hasty;
            default -> reachable;
        };
        SERVER.stubFor(any(anyUrl()).willReturn(answer(script)));
    }

    private static ResponseDefinitionBuilder answer(Script script) {
        return switch (script) {
            case ACCEPT -> aResponse().withBody(Fixtures.json("send-answer-production"));
            case ACCEPT_ODDLY ->
                aResponse()
                        .withStatus(202)
                        .withBody(
                                "{\"new\":[1,{}],\"data\":{\"to\":\"?\",\"cost\":[7],\"parts\":\"many\",\"from\":3,\"id\":\""
                                        + ID + "\",\"encoding\":{}}}");
            case ACCEPT_UNREADABLY -> aResponse().withBody("<html>fine</html>");
            case REFUSE ->
                aResponse()
                        .withStatus(400)
                        .withBody("{\"errors\":[{\"code\":\"40305\",\"title\":\"Invalid 'from' address\"}]}");
            case REFUSE_AS_OPTED_OUT -> aResponse().withStatus(403).withBody(Fixtures.json("error-stop"));
            case TOO_MANY_REQUESTS ->
                aResponse().withStatus(429).withHeader("Retry-After", "7").withBody("");
            case UNAUTHORIZED -> aResponse().withStatus(401).withBody("");
            case SERVER_ERROR -> aResponse().withStatus(500).withBody("");
            case BREAK_AFTER_REQUEST -> aResponse().withFault(Fault.EMPTY_RESPONSE);
            case SILENCE -> aResponse().withFixedDelay(4_000);
            case UNREACHABLE -> aResponse();
        };
    }

    @Override
    protected ProviderMessageId acceptedId() {
        return new ProviderMessageId(ID);
    }

    @Override
    protected int requests() {
        return SERVER.findAll(postRequestedFor(anyUrl())).size();
    }

    @Override
    protected Signed signed(Sample sample) {
        String json = switch (sample) {
            case INBOUND_TEXT -> Fixtures.json("inbound-sms");
            case DELIVERED -> Fixtures.json("finalized-delivered");
            case NOT_ABOUT_TEXTING -> Fixtures.json("spend-limit");
            case NOT_READABLE -> "{\"data\":{\"event_type\":\"message.received\"}}";
        };
        SignedWebhook webhook = SignedWebhook.of(KEYS, json, Fixtures.NOW);
        return new Signed(webhook.headers(), webhook.body());
    }

    @Override
    protected List<String> proofHeaders() {
        return List.of(SignedWebhook.SIGNATURE, SignedWebhook.TIMESTAMP);
    }
}
