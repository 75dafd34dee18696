/** How the simulated carrier behaves: checks, delivery, receipts, opt-outs and signed webhooks. */
@NullMarked
package io.smsmessenger.examples.simulator.carrier;

import org.jspecify.annotations.NullMarked;
