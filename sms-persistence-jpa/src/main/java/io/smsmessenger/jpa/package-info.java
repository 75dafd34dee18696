/** Keeps numbers, conversations, messages and the outbox in the host's own database. */
@NullMarked
package io.smsmessenger.jpa;

import org.jspecify.annotations.NullMarked;
