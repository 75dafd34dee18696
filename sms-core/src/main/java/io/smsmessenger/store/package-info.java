/** What a database must be able to do, as small interfaces of atomic intents. */
@NullMarked
package io.smsmessenger.store;

import org.jspecify.annotations.NullMarked;
