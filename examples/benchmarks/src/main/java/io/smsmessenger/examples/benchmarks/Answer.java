package io.smsmessenger.examples.benchmarks;

/** What Telnyx says of a message that it has taken, as long as the real thing. */
final class Answer {
    private static final String BODY = """
            {"data":{"record_type":"message","direction":"outbound","id":"%s","type":"SMS",\
            "organization_id":"00000000-0000-4000-8000-000000000000",\
            "messaging_profile_id":"00000000-0000-4000-8000-000000000001",\
            "from":{"phone_number":"+12025550123","carrier":"Telnyx","line_type":"Wireless"},\
            "to":[{"phone_number":"+12125550000","status":"queued","carrier":"EXAMPLE WIRELESS","line_type":"Wireless"}],\
            "cc":[],"text":"Your order is ready.","media":[],"webhook_url":"https://app.example.com/sms/telnyx",\
            "webhook_failover_url":"","encoding":"GSM-7","parts":1,"tags":[],\
            "cost":{"amount":"0.0140","currency":"USD"},"received_at":"2026-11-23T11:28:39.401+00:00","sent_at":null,\
            "completed_at":null,"valid_until":"2026-11-23T12:28:39.401+00:00","errors":[],\
            "cost_breakdown":{"rate":{"amount":"0.00400","currency":"USD"},\
            "carrier_fee":{"amount":"0.01000","currency":"USD"}}}}""";
    private static final long RUN = System.nanoTime() >>> 16 & 0xffffffffL;

    private Answer() {}

    /** The answer with the id of this number, which no other answer of this process has. */
    static String of(long number) {
        String hex = Long.toHexString(RUN << 32 | number);
        String padded = "0".repeat(16 - hex.length()) + hex;
        String id = padded.substring(0, 8) + "-0000-4000-8000-0000" + padded.substring(8);
        int length = BODY.length() - 2 + id.length();
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n"
                + BODY.replace("%s", id);
    }
}
