package io.smsmessenger.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.examples.simulator.carrier.SendFault;
import io.smsmessenger.examples.simulator.carrier.Timings;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorServletTest {
    private TelnyxSimulator telnyx;
    private Server jetty;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        telnyx = TelnyxSimulator.builder().timings(Timings.fast()).startEmbedded();
        telnyx.addNumber(Client.OURS, telnyx.addProfile("Demo", null));
        jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/app");
        context.addServlet(new ServletHolder(new SimulatorServlet(telnyx)), "/simulator/*");
        jetty.setHandler(context);
        jetty.start();
        String root = "http://127.0.0.1:" + connector.getLocalPort() + "/app/simulator";
        client = new Client(root, telnyx.apiKey());
    }

    @AfterEach
    void stop() throws Exception {
        jetty.stop();
        telnyx.close();
    }

    @Test
    void servesTheSameBelowItsMountPoint() throws Exception {
        assertThat(client.send(Client.MARIA, "Mounted").status()).isEqualTo(200);
        assertThat(telnyx.awaitIdle(Duration.ofSeconds(5))).isTrue();
        assertThat(client.get("/api/handsets/" + Client.MARIA + "/messages")
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(client.get("/v2/messaging_profiles?page%5Bsize%5D=1").status())
                .isEqualTo(200);
        assertThat(client.get("/").http().body()).contains("handset.js");
        assertThat(client.get("").http().headers().firstValue("location")).contains("/app/simulator/");
        assertThat(telnyx.journal().get(0).path()).isEqualTo("/v2/messages");
    }

    @Test
    void breaksOffWhereItShouldDrop() throws Exception {
        telnyx.network().nextSendFails(SendFault.drop(true));
        assertThatThrownBy(() -> client.send(Client.MARIA, "Cut")).isInstanceOf(IOException.class);
        assertThat(telnyx.journal().get(0).outcome()).isEqualTo("accepted, dropped");
    }

    @Test
    void knowsNoAddressOfItsOwn() {
        assertThatThrownBy(telnyx::baseUrl).isInstanceOf(IllegalStateException.class);
    }
}
