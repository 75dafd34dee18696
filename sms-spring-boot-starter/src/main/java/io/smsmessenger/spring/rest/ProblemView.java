package io.smsmessenger.spring.rest;

import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:sms:problem:} and the code
 * @param title one short sentence for the code
 * @param status the HTTP status
 * @param detail what to do about it
 * @param instance names this one answer
 * @param code stable, for programs
 * @param retryable whether the same request can succeed later
 * @param errors what is wrong with which field, if it is about fields
 */
record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        boolean retryable,
        List<FieldError> errors) {}
