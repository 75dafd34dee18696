/**
 * What SMS Messenger costs beside the same work by hand, both in turns in one run. Begin with
 * {@link io.smsmessenger.examples.benchmarks.Benchmarks}.
 */
@NullMarked
package io.smsmessenger.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
