/** SMS Messenger in a plain Java program. Begin with {@link io.smsmessenger.examples.plain.QuickStart}. */
@NullMarked
package io.smsmessenger.examples.plain;

import org.jspecify.annotations.NullMarked;
