/** What a carrier must be able to do: send one message once, open a webhook, and find a message again. */
@NullMarked
package io.smsmessenger.provider;

import org.jspecify.annotations.NullMarked;
