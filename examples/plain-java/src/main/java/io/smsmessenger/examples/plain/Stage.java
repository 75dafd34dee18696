package io.smsmessenger.examples.plain;

import com.sun.net.httpserver.HttpServer;
import io.smsmessenger.SmsListener;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.examples.simulator.Handset;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Everything on one machine: a simulated carrier, the real Telnyx client that talks to it over HTTP, an HTTP server for
 * its webhooks, and the messenger between them.
 */
final class Stage implements AutoCloseable {
    static final String OUR_NUMBER = "+13035550142";
    static final String CUSTOMER = "+12025550123";

    private final HttpServer server;
    private final TelnyxSimulator simulator;
    private final TelnyxProvider telnyx;
    final SmsMessenger messenger;
    final News news = new News();

    Stage() throws IOException {
        this((event, owner) -> {});
    }

    /** With a listener that hears each event before the news does. */
    Stage(SmsListener listener) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI webhookUrl = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/telnyx");
        simulator = TelnyxSimulator.builder().start();
        String profile = simulator.addProfile("Shop", webhookUrl.toString());
        simulator.addNumber(OUR_NUMBER, profile);
        telnyx = TelnyxProvider.builder()
                .apiKey(simulator.apiKey())
                .publicKey(simulator.publicKey())
                .baseUrl(URI.create(simulator.baseUrl()))
                .build();
        messenger = QuickStart.run(telnyx, webhookUrl, profile, (event, owner) -> {
            listener.on(event, owner);
            news.on(event, owner);
        });
        server.createContext("/webhooks/telnyx", new WebhookHandler(messenger.webhooks()));
        server.start();
    }

    /** The customer's phone. */
    Handset handset() {
        return simulator.handset(CUSTOMER);
    }

    @Override
    public void close() {
        messenger.close();
        telnyx.close();
        simulator.close();
        server.stop(0);
    }
}
