/**
 * Worker processes that are killed, paused and restarted while they send, with the simulated carrier's journal as the
 * truth of what was posted.
 */
@NullMarked
package io.smsmessenger.jpa.kill;

import org.jspecify.annotations.NullMarked;
