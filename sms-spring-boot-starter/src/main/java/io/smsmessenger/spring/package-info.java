/**
 * Configures SMS Messenger in a Spring Boot application: a {@link io.smsmessenger.SmsMessenger} over the host's own
 * database, its dispatcher, its webhook and, where asked for, a REST API. A host names
 * {@link io.smsmessenger.spring.SmsUserResolver} and {@link io.smsmessenger.spring.SmsMessengerCustomizer}, and nothing else
 * unless it brings a bean of its own in place of one of ours.
 *
 * <p>Every {@link io.smsmessenger.model.SmsEvent} is also a Spring application event, told after its commit.
 *
 * <p>Under Spring Security the webhook's path has to be open to all and free of CSRF checks, since the carrier can do
 * neither; its signature is what lets a request in. The starter does not touch the host's security.
 */
@NullMarked
package io.smsmessenger.spring;

import org.jspecify.annotations.NullMarked;
