package io.smsmessenger.telnyx;

import io.smsmessenger.http.HttpResult;
import io.smsmessenger.http.HttpResult.Answer;
import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.provider.SendOutcome.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how a send ended. The code of an error counts before the HTTP status, because Telnyx documents codes and not
 * which status they come with; what is no answer that we understand is unknown, never a failure.
 */
final class Outcomes {
    private static final String SPEND_LIMIT = "40333";

    private final Clock clock;

    Outcomes(Clock clock) {
        this.clock = clock;
    }

    SendOutcome of(HttpResult result) {
        if (result instanceof Answer answer) {
            return of(answer);
        }
        return result instanceof HttpResult.NotSent notSent
                ? new SendOutcome.NotSent(new Failure(FailureReason.OTHER, null, notSent.why()), Lane.ACCOUNT, null)
                : unknown(((HttpResult.Broken) result).why());
    }

    private SendOutcome of(Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return AcceptedReader.read(answer.body())
                    .orElseGet(() -> unknown("HTTP " + status + " without a message id that can be read"));
        }
        Optional<ApiError> error = Failures.main(ApiError.ofBody(answer.body()));
        Meaning meaning = error.map(ApiError::code).map(Meaning::of).orElse(null);
        return meaning == null ? byStatus(answer, error.orElse(null)) : byCode(answer, error.orElseThrow(), meaning);
    }

    private SendOutcome byCode(Answer answer, ApiError error, Meaning meaning) {
        Failure failure = Failures.of(error);
        return switch (meaning.kind()) {
            case REFUSED -> new SendOutcome.Rejected(failure);
            case LATER -> new SendOutcome.NotSent(failure, meaning.lane(), wait(answer, error, meaning));
            case UNCLEAR -> new SendOutcome.Unknown(failure);
        };
    }

    private SendOutcome byStatus(Answer answer, @Nullable ApiError error) {
        return switch (answer.status()) {
            case 401, 402, 403 ->
                new SendOutcome.NotSent(
                        Failures.of(FailureReason.ACCOUNT, error), Lane.ACCOUNT, Waits.asked(answer, clock.instant()));
            case 429 ->
                new SendOutcome.NotSent(
                        Failures.of(FailureReason.RATE_LIMITED, error),
                        Lane.ACCOUNT,
                        Waits.of(answer, clock.instant()));
            case 400, 404, 405, 406, 413, 414, 415, 422 ->
                new SendOutcome.Rejected(
                        error == null
                                ? new Failure(FailureReason.REQUEST, null, "HTTP " + answer.status())
                                : Failures.of(FailureReason.OTHER, error));
            default ->
                error == null
                        ? unknown("HTTP " + answer.status())
                        : new SendOutcome.Unknown(Failures.of(FailureReason.OTHER, error));
        };
    }

    private @Nullable Duration wait(Answer answer, ApiError error, Meaning meaning) {
        Instant now = clock.instant();
        if (SPEND_LIMIT.equals(error.code())) {
            return untilMidnight(now);
        }
        return meaning.reason() == FailureReason.RATE_LIMITED ? Waits.of(answer, now) : Waits.asked(answer, now);
    }

    /**
     * The spending limit is lifted at midnight UTC, or by somebody before that, so ask again now and then; whatever the
     * headers say, which count requests and not money.
     */
    private static Duration untilMidnight(Instant now) {
        Instant midnight = now.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
        return Waits.clamp(Duration.between(now, midnight));
    }

    private static SendOutcome unknown(String why) {
        return new SendOutcome.Unknown(new Failure(FailureReason.OTHER, null, why));
    }
}
