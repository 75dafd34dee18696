/** What the simulated carrier remembers: records in tables, each change appended to a log before it counts. */
@NullMarked
package io.smsmessenger.examples.simulator.state;

import org.jspecify.annotations.NullMarked;
