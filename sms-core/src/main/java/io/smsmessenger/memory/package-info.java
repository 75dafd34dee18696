/** The store that keeps everything in this JVM's memory: for tests, trials and demonstrations. */
@NullMarked
package io.smsmessenger.memory;

import org.jspecify.annotations.NullMarked;
