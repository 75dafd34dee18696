/**
 * Telnyx, API version 2: sends a message once, opens signed webhooks, finds a message again. No vendor library is used,
 * because theirs repeats a send after a broken connection.
 */
@NullMarked
package io.smsmessenger.telnyx;

import org.jspecify.annotations.NullMarked;
