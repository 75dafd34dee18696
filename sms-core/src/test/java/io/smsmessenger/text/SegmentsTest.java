package io.smsmessenger.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.SegmentCount;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void counts_as_the_shared_vectors_say(String name, String text, SegmentCount expected) {
        assertThat(Segments.count(text, Alphabet.TELNYX)).isEqualTo(expected);
    }

    static Stream<Arguments> vectors() throws Exception {
        try (InputStream in = SegmentsTest.class.getResourceAsStream("/text/segments.json")) {
            return JsonMapper.builder().build().readTree(in).get("vectors").valueStream().toList().stream()
                    .map(SegmentsTest::vector);
        }
    }

    private static Arguments vector(JsonNode vector) {
        StringBuilder text = new StringBuilder();
        vector.get("text")
                .forEach(piece ->
                        text.append(piece.get(0).asString().repeat(piece.get(1).asInt())));
        List<String> forcing =
                vector.get("forcing").valueStream().map(JsonNode::asString).toList();
        SegmentCount expected = new SegmentCount(
                Encoding.valueOf(vector.get("encoding").asString()),
                vector.get("units").asInt(),
                vector.get("parts").asInt(),
                vector.get("unitsPerPart").asInt(),
                forcing);
        return Arguments.of(vector.get("name").asString(), text.toString(), expected);
    }

    @Test
    void a_lone_surrogate_is_one_16_bit_unit() {
        SegmentCount count = Segments.count("a\uD83D", Alphabet.TELNYX);

        assertThat(count.units()).isEqualTo(2);
        assertThat(count.forcing()).containsExactly("\uD83D");
    }

    /** Cuts for real, by moving whole characters, and compares. */
    @RepeatedTest(200)
    void agrees_with_cutting_the_text_for_real(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] characters =
                random.nextBoolean() ? new String[] {"a", "é", "[", "€"} : new String[] {"a", "[", "я", "😀"};
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(700);
        for (int i = 0; i < length; i++) {
            text.append(characters[random.nextInt(characters.length)]);
        }

        SegmentCount count = Segments.count(text.toString(), Alphabet.TELNYX);

        boolean seven = count.encoding() == Encoding.GSM_7;
        int parts = text.isEmpty() ? 0 : 1;
        int used = 0;
        int units = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int width = seven ? ("[€".indexOf(codePoint) < 0 ? 1 : 2) : Character.charCount(codePoint);
            units += width;
            if (used + width > (seven ? 153 : 67)) {
                parts++;
                used = 0;
            }
            used += width;
        }
        assertThat(count.units()).isEqualTo(units);
        assertThat(count.parts()).isEqualTo(units <= (seven ? 160 : 70) ? Math.min(units, 1) : parts);
    }
}
