/** A messenger for the browser, as a host would build it: the starter, a login, and a page over the REST API. */
@NullMarked
package io.smsmessenger.examples.messenger;

import org.jspecify.annotations.NullMarked;
