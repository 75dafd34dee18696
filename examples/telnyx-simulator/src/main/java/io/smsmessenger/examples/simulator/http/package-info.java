/** HTTP without a transport: a request in, a response out, and the JDK server as one of two ways to carry them. */
@NullMarked
package io.smsmessenger.examples.simulator.http;

import org.jspecify.annotations.NullMarked;
