/** The addresses: Telnyx v2 as documented, and the handset's own small API. */
@NullMarked
package io.smsmessenger.examples.simulator.api;

import org.jspecify.annotations.NullMarked;
