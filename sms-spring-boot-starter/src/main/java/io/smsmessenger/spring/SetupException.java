package io.smsmessenger.spring;

/** The application cannot start as it is configured; says what to do about it and holds no secret. */
final class SetupException extends RuntimeException {
    private final String action;

    SetupException(String description, String action) {
        super(description);
        this.action = action;
    }

    SetupException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
