package io.smsmessenger.examples.servlet;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.servlet.SmsWebhookServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The wiring: database, carrier, messenger, and two servlets. */
final class Application implements AutoCloseable {
    /** The one user of this example; yours come from your login. */
    static final UserId USER = UserId.of("demo");

    private static final String WEBHOOK = "/webhooks/telnyx";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Database database;
    private final Carrier carrier;
    private final SmsMessenger messenger;

    private Application(Settings settings) throws Exception {
        connector.setHost("127.0.0.1");
        connector.setPort(settings.port());
        connector.open(); // the port is known from here on
        server.addConnector(connector);

        database = new Database(settings.data());
        carrier = settings.telnyx() == null
                ? Carrier.simulated(settings.data().resolve("simulator"), url() + WEBHOOK)
                : Carrier.real(settings.telnyx());
        messenger = SmsMessenger.builder()
                .store(database.store())
                .provider(carrier.provider())
                .publicWebhookUrl(carrier.webhookUrl())
                .build();
        giveTheNumber();

        ServletContextHandler context = new ServletContextHandler("/");
        // tag::readme-servlet[]
        context.addServlet(new ServletHolder(new SmsWebhookServlet(messenger.webhooks())), WEBHOOK + "/*");
        // end::readme-servlet[]
        context.addServlet(new ServletHolder(new DeskServlet(user())), "/api/*");
        server.setHandler(context);
    }

    static Application start(Settings settings) throws Exception {
        Application application = new Application(settings);
        application.server.start();
        application.messenger.start();
        return application;
    }

    /** On the first start the number becomes the user's; the database remembers. */
    private void giveTheNumber() {
        PhoneNumber number = PhoneNumber.of(carrier.number());
        if (messenger.operator().ownerOf(number).isEmpty()) {
            MessagingProfile profile = messenger.operator().addProfile(USER, carrier.profile(), "Shop");
            messenger.operator().assign(number, USER, profile.id());
        }
    }

    UserMessenger user() {
        return messenger.forUser(USER);
    }

    Carrier carrier() {
        return carrier;
    }

    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    void join() throws InterruptedException {
        server.join();
    }

    /** First nothing comes in any more, then nothing goes out, then the ground goes. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("Jetty did not stop in order", failure);
        } finally {
            stopSending();
        }
    }

    private void stopSending() {
        messenger.close();
        carrier.close();
        database.close();
    }
}
