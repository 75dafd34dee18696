/**
 * A stand-in for Telnyx: its v2 HTTP API, its signed webhooks, and a handset to text from.
 *
 * <p>Tests start a {@link io.smsmessenger.examples.simulator.TelnyxSimulator}; an application that wants it in its own
 * container mounts a {@link io.smsmessenger.examples.simulator.SimulatorServlet}; people run {@link
 * io.smsmessenger.examples.simulator.SimulatorMain} by
 *
 * <pre>{@code
 * mvn -q -Ddemo -f examples/telnyx-simulator compile exec:java -Dexec.args="--port 8090 --data target/telnyx"
 * }</pre>
 *
 * <p>Destinations {@code +1 <area> 555 0190} to {@code 0199} misbehave: 0 is a landline (40001), 1 a spam block (40002), 2
 * ends unconfirmed, 3 answers late, 4 answers jumbled and twice, 5 first gets an HTTP 500, 6 first an HTTP 429, 7 hangs
 * after accepting, 8 texts back, 9 never gives a receipt.
 */
@NullMarked
package io.smsmessenger.examples.simulator;

import org.jspecify.annotations.NullMarked;
