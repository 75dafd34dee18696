package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.List;

/** A request that is not carried out, with all that its problem document says. */
final class Refusal extends RuntimeException {
    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final boolean retryable;
    private final transient List<FieldError> errors;

    private Refusal(int status, String code, String title, String detail, boolean retryable, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.retryable = retryable;
        this.errors = List.copyOf(errors);
    }

    static Refusal of(SmsException refused) {
        return of(refused, List.of());
    }

    /** The same, saying which field of the body it is about. */
    static Refusal at(String pointer, SmsException refused) {
        return of(refused, List.of(new FieldError(pointer, refused.detail())));
    }

    static Refusal at(String pointer, Problem problem, String detail) {
        return at(pointer, new SmsException(problem, detail));
    }

    private static Refusal of(SmsException refused, List<FieldError> errors) {
        Problem problem = refused.problem();
        return new Refusal(Statuses.of(problem), problem.slug(), problem.title(), refused.detail(), false, errors);
    }

    /** What is not yours, what is not there and what is no id. */
    static Refusal notFound() {
        return new Refusal(
                404,
                Problem.NOT_FOUND.slug(),
                Problem.NOT_FOUND.title(),
                "There is no such thing, or it is not yours.",
                false,
                List.of());
    }

    static Refusal malformed(String pointer, String detail) {
        return new Refusal(
                400,
                "malformed-request",
                "The request cannot be read",
                detail,
                false,
                List.of(new FieldError(pointer, detail)));
    }

    static Refusal unauthenticated() {
        return new Refusal(401, "unauthenticated", "Nobody is signed in", "Sign in first.", false, List.of());
    }

    static Refusal methodNotAllowed() {
        return new Refusal(
                405,
                "method-not-allowed",
                "This cannot be done here",
                "The Allow header names the methods that this path takes.",
                false,
                List.of());
    }

    static Refusal notJson() {
        return new Refusal(
                415,
                "unsupported-media-type",
                "Only JSON is read",
                "Send the header Content-Type: application/json, in UTF-8.",
                false,
                List.of());
    }

    static Refusal tooLarge() {
        return new Refusal(413, "body-too-large", "The body is too large", "Send a shorter body.", false, List.of());
    }

    static Refusal failed() {
        return new Refusal(
                500,
                "internal-error",
                "Something failed here",
                "Try again later; a send with the same Idempotency-Key goes out once at most.",
                true,
                List.of());
    }

    int status() {
        return status;
    }

    ProblemView view(String instance) {
        return new ProblemView("urn:sms:problem:" + code, title, status, detail, instance, code, retryable, errors);
    }
}
