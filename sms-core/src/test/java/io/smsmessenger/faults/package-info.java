/** What goes wrong between us and the carrier, over real HTTP, against the simulated carrier's journal as the truth. */
@NullMarked
package io.smsmessenger.faults;

import org.jspecify.annotations.NullMarked;
