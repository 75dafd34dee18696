/** Runs what the example runs. */
@NullMarked
package io.smsmessenger.examples.plain;

import org.jspecify.annotations.NullMarked;
