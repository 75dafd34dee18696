package io.smsmessenger.examples.servlet;

import io.smsmessenger.examples.simulator.TelnyxSimulator;

/** Runs the example until it is interrupted. */
public final class ServletJpaExample {
    private ServletJpaExample() {}

    public static void main(String[] args) throws Exception {
        Application application = Application.start(Settings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));

        System.out.println("Conversations  " + application.url() + "/api/conversations");
        System.out.println("Our number     " + application.carrier().number());
        TelnyxSimulator simulator = application.carrier().simulator();
        if (simulator != null) {
            System.out.println("Customer       " + simulator.rootUrl() + "/");
        }
        application.join();
    }
}
