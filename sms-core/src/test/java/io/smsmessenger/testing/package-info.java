/** Small helpers for tests of whatever is built on or into this library: a clock to move, and waiting with a deadline. */
@NullMarked
package io.smsmessenger.testing;

import org.jspecify.annotations.NullMarked;
