package io.smsmessenger.telnyx;

import io.smsmessenger.model.Failure;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns Telnyx's errors into failures, in its own words without the phone numbers that those like to quote. */
final class Failures {
    private static final int MAX_CODE = 40;
    private static final int MAX_DETAIL = 400;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[\\s().-]{0,3}\\d){6,}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Failures() {}

    /** The error that says most: the first whose code is known, else the first. */
    static Optional<ApiError> main(List<ApiError> errors) {
        return errors.stream()
                .filter(error -> Meaning.of(error.code()) != null)
                .findFirst()
                .or(() -> errors.stream().findFirst());
    }

    static Failure of(ApiError error) {
        Meaning meaning = Meaning.of(error.code());
        FailureReason reason = meaning == null ? FailureReason.OTHER : meaning.reason();
        return of(error.saysOptedOut() ? FailureReason.OPTED_OUT : reason, error);
    }

    /** With a reason known otherwise, and the words of the error, if there is one. */
    static Failure of(FailureReason reason, @Nullable ApiError error) {
        return error == null ? Failure.of(reason) : new Failure(reason, code(error), words(error));
    }

    private static @Nullable String code(ApiError error) {
        return error.code() == null ? null : Texts.cut(error.code(), MAX_CODE);
    }

    private static @Nullable String words(ApiError error) {
        if (error.title() == null && error.detail() == null) {
            return null;
        }
        String words = error.title() == null || error.detail() == null
                ? (error.title() == null ? "" : error.title()) + (error.detail() == null ? "" : error.detail())
                : error.title() + ": " + error.detail();
        String masked = NUMBER.matcher(words).replaceAll("•••");
        return Texts.cut(CONTROL.matcher(masked).replaceAll(" "), MAX_DETAIL);
    }
}
