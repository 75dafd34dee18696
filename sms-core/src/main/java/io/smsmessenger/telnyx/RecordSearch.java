package io.smsmessenger.telnyx;

import io.smsmessenger.http.HttpAddress;
import io.smsmessenger.http.HttpResult;
import io.smsmessenger.http.HttpResult.Answer;
import io.smsmessenger.http.OneShotHttp;
import io.smsmessenger.model.ProviderEvent.Receipt;
import io.smsmessenger.provider.MessageLookup.Lookup;
import io.smsmessenger.provider.SentTrace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Searches {@code GET /detail_records} for the one record that carries our reference. Oldest first, so that records
 * that are added meanwhile come at the end and move none from a page that is still to be read.
 */
final class RecordSearch {
    /** Telnyx gives no more at once. */
    static final int PAGE_SIZE = 50;

    /** Two numbers that exchanged more than these in an hour or two are no conversation. */
    static final int MAX_PAGES = 10;

    /** How far Telnyx's clock may be from ours. */
    private static final Duration SKEW = TelnyxProvider.DEFAULT_TOLERANCE;

    private final OneShotHttp http;
    private final HttpAddress records;

    RecordSearch(OneShotHttp http, HttpAddress records) {
        this.http = http;
        this.records = records.with("filter[record_type]", "messaging")
                .with("sort", "created_at")
                .with("page[size]", String.valueOf(PAGE_SIZE));
    }

    Lookup search(SentTrace trace, Map<String, String> headers) {
        HttpAddress between = records.with("filter[cli]", trace.from().value())
                .with("filter[cld]", trace.to().value())
                .with("filter[created_at][gte]", second(trace.since().minus(SKEW)))
                .with("filter[created_at][lt]", second(trace.until().plus(SKEW).plusSeconds(1)));
        boolean anyCouldBeIt = false;
        long seen = 0;
        try {
            for (int number = 1; number <= MAX_PAGES; number++) {
                RecordPage page = page(http.get(between.with("page[number]", String.valueOf(number)), headers));
                Optional<Receipt> found = page.find(trace.reference());
                if (found.isPresent()) {
                    return new Lookup.Found(found.get());
                }
                anyCouldBeIt |= page.hidesReferences();
                seen += page.records().size();
                if (number >= page.pages()) {
                    return end(anyCouldBeIt, seen >= page.total());
                }
            }
        } catch (ShapeException e) {
            return new Lookup.Unavailable("the records could not be read: " + e.getMessage());
        }
        return new Lookup.Unavailable("there are more than " + MAX_PAGES * PAGE_SIZE + " records of that time");
    }

    private static Lookup end(boolean anyCouldBeIt, boolean all) {
        if (anyCouldBeIt) {
            return new Lookup.Unavailable("a record of that time does not tell where its events go");
        }
        return all ? new Lookup.Missing() : new Lookup.Unavailable("the pages hold fewer records than they say");
    }

    private static RecordPage page(HttpResult result) throws ShapeException {
        if (result instanceof Answer answer) {
            if (answer.status() == 200 && answer.complete()) {
                return RecordPage.read(answer.body());
            }
            throw new ShapeException(answer.status() == 200 ? "the answer is cut short" : "HTTP " + answer.status());
        }
        throw new ShapeException(
                result instanceof HttpResult.NotSent notSent ? notSent.why() : ((HttpResult.Broken) result).why());
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
