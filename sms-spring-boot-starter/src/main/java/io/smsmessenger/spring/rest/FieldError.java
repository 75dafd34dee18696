package io.smsmessenger.spring.rest;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer a JSON pointer into the body, empty for the body itself; {@code ?name} for a query parameter
 * @param detail what to change, without repeating what was sent
 */
record FieldError(String pointer, String detail) {}
