/** From a draft to a settled outcome: verdict, outbox, dispatch. */
@NullMarked
package io.smsmessenger.sending;

import org.jspecify.annotations.NullMarked;
