package io.smsmessenger.model;

import java.math.BigDecimal;

/**
 * An amount as a provider bills it.
 *
 * @param amount exact, e.g. {@code 0.0051}
 * @param currency ISO 4217, e.g. {@code USD}
 */
public record Money(BigDecimal amount, String currency) {}
