/**
 * The only package that sees the HTTP library: a request that is written once and never again, and an answer that says
 * whether the request can have arrived. Made for the providers of this library, not for hosts.
 */
@NullMarked
package io.smsmessenger.http;

import org.jspecify.annotations.NullMarked;
