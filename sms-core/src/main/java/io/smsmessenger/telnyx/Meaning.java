package io.smsmessenger.telnyx;

import io.smsmessenger.model.FailureReason;
import io.smsmessenger.provider.SendOutcome.Lane;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a code of Telnyx means for a text message, by its "Messaging error code reference" and "API error codes" pages.
 *
 * @param kind whether the message was refused, certainly not sent, or may have been taken
 * @param reason why, in our words
 * @param lane what must wait, if it was not sent and may go later
 */
record Meaning(Kind kind, FailureReason reason, Lane lane) {
    private static final Map<String, Meaning> BY_CODE = byCode();

    enum Kind {
        REFUSED,
        LATER,
        UNCLEAR
    }

    /** What a code means; null if nobody documents it for messages. */
    static @Nullable Meaning of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        // All of these concern the API key or the account behind it.
        boolean account = code.length() == 5 && code.startsWith("20") && Digits.areDigits(code);
        return account ? later(FailureReason.ACCOUNT, Lane.ACCOUNT) : BY_CODE.get(code);
    }

    private static Meaning refused(FailureReason reason) {
        return new Meaning(Kind.REFUSED, reason, Lane.MESSAGE);
    }

    private static Meaning later(FailureReason reason, Lane lane) {
        return new Meaning(Kind.LATER, reason, lane);
    }

    private static Map<String, Meaning> byCode() {
        Map<String, Meaning> codes = new HashMap<>();
        put(codes, later(FailureReason.ACCOUNT, Lane.ACCOUNT), "10009", "10010");
        put(codes, later(FailureReason.RATE_LIMITED, Lane.ACCOUNT), "10011");
        put(codes, later(FailureReason.RATE_LIMITED, Lane.NUMBER), "40318");
        put(codes, later(FailureReason.ACCOUNT, Lane.PROFILE), "40333");
        put(codes, later(FailureReason.OTHER, Lane.MESSAGE), "10036");
        // Telnyx calls these transient, but none says that the message was not taken.
        put(codes, new Meaning(Kind.UNCLEAR, FailureReason.OTHER, Lane.MESSAGE), "10007", "10008", "10037");
        put(codes, refused(FailureReason.ACCOUNT), "10038", "10039", "40311", "40313", "40314");
        put(codes, refused(FailureReason.REQUEST), "10003", "10004", "10005", "10006", "10015", "10016", "10021");
        put(codes, refused(FailureReason.REQUEST), "10023", "10024", "10026", "10027", "10028", "10029", "10032");
        put(codes, refused(FailureReason.REQUEST), "10033", "10035", "40303", "40304", "40316");
        put(codes, refused(FailureReason.NOT_ROUTABLE), "10001", "10002", "40001", "40007", "40012", "40301");
        put(codes, refused(FailureReason.NOT_ROUTABLE), "40310", "40319");
        put(codes, refused(FailureReason.CONTENT), "40009", "40302", "40317", "40322", "40328");
        put(codes, refused(FailureReason.SPAM), "40002", "40003", "40015", "40017", "40020");
        put(codes, refused(FailureReason.CARRIER), "40004", "40006", "40008");
        put(codes, refused(FailureReason.EXPIRED), "40005", "40014");
        put(codes, refused(FailureReason.RATE_LIMITED), "40011", "40016", "40018");
        put(codes, refused(FailureReason.SENDER), "40010", "40013", "40019", "40100", "40305", "40306", "40307");
        put(codes, refused(FailureReason.SENDER), "40150", "40151", "40152", "40153", "40154", "40155", "40156");
        put(codes, refused(FailureReason.SENDER), "40157", "40158", "40159", "40308", "40309", "40312", "40315");
        put(codes, refused(FailureReason.SENDER), "40320", "40321", "40323", "40324", "40325", "40326", "40327");
        put(codes, refused(FailureReason.SENDER), "40329", "40330", "40331");
        put(codes, refused(FailureReason.OTHER), ApiError.BLOCKED);
        return Map.copyOf(codes);
    }

    private static void put(Map<String, Meaning> codes, Meaning meaning, String... these) {
        for (String code : these) {
            codes.put(code, meaning);
        }
    }
}
