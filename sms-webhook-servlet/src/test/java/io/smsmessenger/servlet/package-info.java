/** The servlet in real containers, spoken to through sockets. */
@NullMarked
package io.smsmessenger.servlet;

import org.jspecify.annotations.NullMarked;
