package io.smsmessenger.examples.simulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {
    @Test
    void countsSeptets() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(new Segments("GSM-7", 160, 1));
        assertThat(Segments.of("a".repeat(161))).isEqualTo(new Segments("GSM-7", 161, 2));
        assertThat(Segments.of("a".repeat(306)).parts()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307)).parts()).isEqualTo(3);
        assertThat(Segments.of("\u20ac".repeat(80)).parts()).isEqualTo(1);
        assertThat(Segments.of("\u20ac".repeat(81)).parts()).isEqualTo(2);
    }

    @Test
    void countsUtf16Units() {
        assertThat(Segments.of("\ud83d\ude00".repeat(35))).isEqualTo(new Segments("UCS-2", 70, 1));
        assertThat(Segments.of("\ud83d\ude00".repeat(36)).parts()).isEqualTo(2);
        assertThat(Segments.ucs2("plain")).isEqualTo(new Segments("UCS-2", 5, 1));
    }

    @Test
    void itsAlphabetIsSmallerThanTheStandards() {
        for (String missing : new String[] {"\u00c7", "\u0394", "\u03a9", "\u00a4", "\f"}) {
            assertThat(Segments.of(missing).encoding()).isEqualTo("UCS-2");
        }
        assertThat(Segments.of("\u00a3\u00e9\u00df\u00d1\u00e0").encoding()).isEqualTo("GSM-7");
    }

    @Test
    void smartEncodingReplacesLookAlikes() {
        assertThat(Segments.smart("\u201cIt\u2019s\u2026\u201d")).isEqualTo("\"It's...\"");
    }
}
