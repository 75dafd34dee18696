package io.smsmessenger.spring.rest;

/** What a route does for the user whose call it is. */
@FunctionalInterface
interface Handler {
    Answer handle(Call call);
}
