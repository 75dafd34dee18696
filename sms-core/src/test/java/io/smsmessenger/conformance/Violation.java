package io.smsmessenger.conformance;

/**
 * Something that does not hold.
 *
 * @param where JSON pointer into the specification, to the rule that is broken
 * @param rule the rule's keyword; {@code undeclared} for what the specification does not know at all
 * @param what the offending value or name, empty when it is no scalar
 * @param exchange in which exchange, and where in it
 */
record Violation(String where, String rule, String what, String exchange) {
    @Override
    public String toString() {
        return "%s breaks \"%s\" of %s with \"%s\"".formatted(exchange, rule, where, what);
    }
}
