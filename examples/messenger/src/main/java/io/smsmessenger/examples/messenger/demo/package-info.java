/** The demo profile: a simulated carrier inside, two users, a few conversations. A real host has nothing of this. */
@NullMarked
package io.smsmessenger.examples.messenger.demo;

import org.jspecify.annotations.NullMarked;
