package io.smsmessenger.telnyx;

/** A document that lacks what it must have. The message names the field and never its value. */
final class ShapeException extends Exception {
    ShapeException(String message) {
        super(message);
    }
}
