package io.smsmessenger.examples.simulator;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a simulator by itself: {@code --port 8090 --data directory --key secret --number +13035550142 --webhook url}, all
 * optional. The first start of a directory makes a profile and a number.
 */
public final class SimulatorMain {
    private static final String PROFILE = "5e1f0000-0000-4000-8000-0000000000a1";

    private SimulatorMain() {}

    /** Starts it and stays until the process ends. */
    public static void main(String[] args) throws InterruptedException {
        SimulatorBuilder builder = TelnyxSimulator.builder().port(8090);
        String number = "+13035550142";
        String webhook = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--port" -> builder.port(Integer.parseInt(args[i + 1]));
                case "--data" -> builder.dataDirectory(Path.of(args[i + 1]));
                case "--key" -> builder.apiKey(args[i + 1]);
                case "--number" -> number = args[i + 1];
                case "--webhook" -> webhook = args[i + 1];
                default -> throw new IllegalArgumentException("Unknown option " + args[i]);
            }
        }
        TelnyxSimulator simulator = builder.profile(PROFILE, "Demo", webhook)
                .number(number, PROFILE)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("Telnyx API  " + simulator.baseUrl());
        System.out.println("Handset     " + simulator.rootUrl() + "/");
        System.out.println("API key     " + simulator.apiKey());
        System.out.println("Public key  " + simulator.publicKey());
        System.out.println("Number      " + number);
        new CountDownLatch(1).await();
    }
}
