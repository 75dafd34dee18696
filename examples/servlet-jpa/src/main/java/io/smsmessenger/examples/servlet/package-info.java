/** SMS Messenger in Jetty with Hibernate and H2. Begin with {@link io.smsmessenger.examples.servlet.Application}. */
@NullMarked
package io.smsmessenger.examples.servlet;

import org.jspecify.annotations.NullMarked;
