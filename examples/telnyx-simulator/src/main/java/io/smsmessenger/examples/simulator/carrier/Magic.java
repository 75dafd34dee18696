package io.smsmessenger.examples.simulator.carrier;

import java.util.regex.Pattern;

/** Destinations that misbehave on request: {@code +1 <area> 555 0190} to {@code 0199}. */
enum Magic {
    /** 0190: a landline, fails with 40001. */
    LANDLINE,
    /** 0191: a passing spam block, fails with 40002. */
    SPAM,
    /** 0192: ends as delivery_unconfirmed. */
    UNCONFIRMED,
    /** 0193: the final receipt is late. */
    LATE,
    /** 0194: receipts out of order, and twice. */
    JUMBLED,
    /** 0195: each first send is answered 500 and not accepted, the second is fine. */
    BROKEN_ONCE,
    /** 0196: each first send is answered 429 with retry-after, the second is fine. */
    BUSY_ONCE,
    /** 0197: accepted, but the answer hangs. */
    HANGS,
    /** 0198: the handset texts back by itself. */
    ECHO,
    /** 0199: no receipt ever. */
    SILENT,
    /** Any other number. */
    NONE;

    private static final Pattern NUMBER = Pattern.compile("\\+1\\d{3}555019\\d");

    static Magic of(String to) {
        return NUMBER.matcher(to).matches() ? values()[to.charAt(to.length() - 1) - '0'] : NONE;
    }
}
