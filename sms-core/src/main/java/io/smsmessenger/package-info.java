/**
 * The front door. {@link io.smsmessenger.SmsMessenger} is built once and kept in wiring code;
 * {@link io.smsmessenger.UserMessenger} is handed to whoever acts for a user.
 */
@NullMarked
package io.smsmessenger;

import org.jspecify.annotations.NullMarked;
