package io.smsmessenger.examples.simulator.carrier;

import java.util.Arrays;

/** The refusals and failures this carrier knows, with the code, title and HTTP status they carry. */
public enum Failure {
    /** Too long a webhook URL. */
    URL_TOO_LONG(400, "10003", "Invalid URL"),
    /** A required parameter is missing. */
    MISSING_PARAMETER(400, "10004", "Missing required parameter"),
    /** No such resource. */
    NOT_FOUND(404, "10005", "Resource not found"),
    /** Something went wrong at the carrier. */
    UNEXPECTED(500, "10007", "Unexpected error"),
    /** No key, or a wrong one. */
    UNAUTHENTICATED(401, "10009", "Authentication failed"),
    /** Too many requests. */
    TOO_MANY_REQUESTS(429, "10011", "Too many requests"),
    /** The request makes no sense as it is. */
    MALFORMED(400, "10015", "Bad Request"),
    /** A number is not in E.164 form. */
    NOT_E164(400, "10016", "Phone number must be in +E.164 format"),
    /** The resource is in use. */
    IN_USE(422, "10021", "Resource in use"),
    /** The body is not JSON. */
    NOT_JSON(400, "10023", "Invalid JSON"),
    /** A landline, or nowhere. */
    NOT_ROUTABLE(400, "40001", "Not routable"),
    /** A passing spam block. */
    SPAM_BLOCKED(400, "40002", "Blocked as spam - temporary"),
    /** The recipient said STOP. */
    STOPPED(400, "40300", "Blocked due to STOP message"),
    /** Longer than ten parts. */
    TOO_MANY_PARTS(400, "40302", "Message too large"),
    /** No message with that id. */
    NO_SUCH_MESSAGE(404, "40303", "Message not found"),
    /** Both SMS and MMS. */
    SMS_AND_MMS(400, "40304", "Invalid combination of message content"),
    /** The sender is on no profile, or on another. */
    INVALID_FROM(400, "40305", "Invalid 'from' address"),
    /** The profile does not allow the country. */
    COUNTRY_NOT_ALLOWED(400, "40309", "Invalid destination region"),
    /** The recipient cannot exist. */
    INVALID_TO(400, "40310", "Invalid 'to' address"),
    /** The profile is disabled. */
    PROFILE_DISABLED(400, "40312", "Messaging profile is disabled"),
    /** Nothing to send. */
    NO_CONTENT(400, "40316", "No content provided"),
    /** More than ten media. */
    TOO_MANY_MEDIA(400, "40317", "Invalid MMS content"),
    /** The queue of the sender is full. */
    QUEUE_FULL(400, "40318", "Message queue full"),
    /** A pool without a number. */
    EMPTY_POOL(400, "40321", "No usable numbers on messaging profile"),
    /** Longer than recommended, and the caller asked to be told. */
    LONGER_THAN_RECOMMENDED(400, "40328", "Message is longer than recommended");

    private final int status;
    private final String code;
    private final String title;

    Failure(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The HTTP status of the refusal. */
    public int status() {
        return status;
    }

    /** Telnyx's error code. */
    public String code() {
        return code;
    }

    /** Telnyx's error title. */
    public String title() {
        return title;
    }

    /** The title that goes with a code; a general one for codes unknown here. */
    static String titleOf(String code) {
        return Arrays.stream(values())
                .filter(failure -> failure.code.equals(code))
                .map(Failure::title)
                .findFirst()
                .orElse("Error " + code);
    }
}
