/**
 * The REST API for one user at a time, below {@code sms.rest.base-path}. It is made of functional routes with a JSON
 * mapper of its own, so that neither the host's Jackson settings nor its advices, converters or component scans change
 * what it says; what a host puts before it (filters, Spring Security, CORS) applies as to any other path.
 *
 * <p>JSON has camelCase names, instants in ISO-8601 UTC, numbers in E.164, enums in upper case, money as
 * {@code {"amount":"0.0051","currency":"USD"}}, and {@code null} for what is not known. A message's {@code status} is the
 * fine one, {@code coarseStatus} the one of five words (and one for inbound) that a list shows; both may grow new words.
 * Requests may hold only the fields that their record names: an unknown one is refused, so that a misspelt field is not
 * silently ignored and nothing else can be set.
 *
 * <p>Every refusal is {@code application/problem+json} with {@code type}, {@code title}, {@code status}, {@code detail},
 * {@code instance} (one random URN per answer; the log has it for failures of ours), {@code code}, {@code retryable} and
 * {@code errors}. No text or number of anybody's is repeated in it. What belongs to somebody else, what does not exist
 * and what is no id at all are answered alike.
 *
 * <p>Cookies: a browser sends them with a form of any other site, too. All that changes something asks for a JSON body
 * type, or for a method, that a foreign page can send only after a CORS preflight which the host has not granted; GET
 * changes nothing. Hosts that grant CORS with credentials, or that use Spring Security's CSRF tokens, decide for
 * themselves.
 */
@NullMarked
package io.smsmessenger.spring.rest;

import org.jspecify.annotations.NullMarked;
