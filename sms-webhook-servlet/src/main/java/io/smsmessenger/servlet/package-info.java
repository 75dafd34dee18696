/** Takes the carrier's webhooks in any Jakarta Servlet container. */
@NullMarked
package io.smsmessenger.servlet;

import org.jspecify.annotations.NullMarked;
