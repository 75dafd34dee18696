package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Problem;

/** Which HTTP status stands for which problem. */
final class Statuses {
    private Statuses() {}

    static int of(Problem problem) {
        return switch (problem) {
            case INVALID_CURSOR, INVALID_LIMIT -> 400;
            case NOT_FOUND -> 404;
            case DUPLICATE_CONTACT, NUMBER_TAKEN, TOO_LATE, WRONG_STATE -> 409;
            case STALE_VERSION -> 412;
            case NUMBER_NOT_AVAILABLE,
                    NO_NUMBER,
                    NUMBER_WITHOUT_PROFILE,
                    PROFILE_DISABLED,
                    RECIPIENT_OPTED_OUT,
                    RECIPIENT_NOT_ANSWERABLE,
                    EMPTY_MESSAGE,
                    MESSAGE_TOO_LONG,
                    INVALID_MEDIA,
                    INVALID_ADDRESS,
                    INVALID_TIME,
                    QUIET_HOURS,
                    INVALID_TEMPLATE,
                    CLIENT_KEY_REUSED,
                    INVALID_CLIENT_KEY,
                    INVALID_FIELD -> 422;
            case LIMIT_REACHED -> 429;
        };
    }
}
