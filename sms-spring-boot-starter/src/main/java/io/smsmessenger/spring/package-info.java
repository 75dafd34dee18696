/** Configures SMS Messenger in a Spring Boot application. */
@NullMarked
package io.smsmessenger.spring;

import org.jspecify.annotations.NullMarked;
