/** Runs the example over HTTP, and twice on the same files. */
@NullMarked
package io.smsmessenger.examples.servlet;

import org.jspecify.annotations.NullMarked;
