/** A stand-in for Telnyx: its v2 HTTP API, its signed webhooks, and a handset to text from. */
@NullMarked
package io.smsmessenger.examples.simulator;

import org.jspecify.annotations.NullMarked;
