/** From a webhook to a text in a conversation, or a receipt on a message. */
@NullMarked
package io.smsmessenger.receiving;

import org.jspecify.annotations.NullMarked;
