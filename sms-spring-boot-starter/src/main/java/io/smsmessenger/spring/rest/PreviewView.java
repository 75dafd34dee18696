package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to a message.
 *
 * @param allowed whether it would be taken
 * @param refusals why not, most basic first
 * @param numberId the number it would leave from
 * @param number the same in E.164
 * @param encoding how it would travel
 * @param units units used
 * @param parts parts billed, as we count
 * @param unitsPerPart units that fit into each of them
 * @param forcing the characters that make it take more room
 */
record PreviewView(
        boolean allowed,
        List<Reason> refusals,
        @Nullable String numberId,
        @Nullable String number,
        Encoding encoding,
        int units,
        int parts,
        int unitsPerPart,
        List<String> forcing) {
    static PreviewView of(Verdict verdict) {
        var sender = verdict.sender();
        var segments = verdict.segments();
        return new PreviewView(
                verdict.allowed(),
                verdict.refusals().stream().map(Reason::of).toList(),
                sender == null ? null : sender.id().toString(),
                sender == null ? null : sender.number().value(),
                segments.encoding(),
                segments.units(),
                segments.parts(),
                segments.unitsPerPart(),
                segments.forcing());
    }

    /**
     * One reason.
     *
     * @param code as in a problem document
     * @param title one short sentence for the code
     * @param detail what to do about it
     */
    record Reason(String code, String title, String detail) {
        static Reason of(Verdict.Refusal refusal) {
            return new Reason(refusal.problem().slug(), refusal.problem().title(), refusal.detail());
        }
    }
}
