package io.smsmessenger.spring.rest;

import java.util.List;

/**
 * A list that is short enough to be told whole.
 *
 * @param data all of it
 * @param <T> what it holds
 */
record ListView<T>(List<T> data) {}
