package io.smsmessenger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A template")
class TemplatesTest {
    private static final Map<String, String> FIELDS =
            Map.of("name", "Zoë", "first name", "Ann", "sum", "12 €", "odd", "{{name}}", "none", "");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {{name}}!|Hello Zoë!",
                "{{name}}|Zoë",
                "{{name}}{{name}}|ZoëZoë",
                "Dear {{ first name }},|Dear Ann,",
                "{{name}} owes {{sum}}|Zoë owes 12 €",
                "{{odd}} stays|{{name}} stays",
                "a{{none}}b|ab",
                "{{{name}}}|{Zoë}",
                "no placeholders|no placeholders",
                "{name} and } and }} and { stay|{name} and } and }} and { stay",
                "json {\"a\":{\"b\":1}} stays|json {\"a\":{\"b\":1}} stays",
            })
    @DisplayName("is filled:")
    void filled(String template, String expected) {
        assertThat(Templates.fill(template, FIELDS)).isEqualTo(expected);
    }

    @Test
    @DisplayName("lists its placeholders, each once, in order")
    void listed() {
        assertThat(Templates.placeholders("{{b}} {{ a }} {{b}} {c}")).containsExactly("b", "a");
        assertThat(Templates.placeholders("none")).isEmpty();
    }

    @Test
    @DisplayName("without a value is refused by the placeholder's name, and by no one's data")
    void missing() {
        assertRefused("{{street}}", () -> Templates.fill("{{name}} lives at {{street}}", FIELDS));
        assertThatThrownBy(() -> Templates.fill("{{name}} lives at {{street}}", FIELDS))
                .hasMessageNotContaining("Zoë")
                .hasMessageNotContaining("lives");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"Hi {{name, how are you", "Hi {{name} you", "{{name {{name}}", "{{name}x}}", "Hi {{name\n\nBye"})
    @DisplayName("with a placeholder that is not closed is refused, by its first word")
    void unclosed(String template) {
        assertRefused("{{name ", () -> Templates.fill(template, FIELDS));
        assertRefused("{{name ", () -> Templates.placeholders(template));
        assertThatThrownBy(() -> Templates.placeholders(template)).hasMessageNotContaining("you");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{{}}", "{{  }}", "{{a\nb}}"})
    @DisplayName("with a placeholder that has no name is refused")
    void nameless(String template) {
        assertRefused("1 to 64 characters", () -> Templates.placeholders(template));
    }

    @Test
    @DisplayName("refuses names that are too long, however long, without quoting them")
    void tooLong() {
        String name = "x".repeat(Templates.MAX_NAME_LENGTH);
        assertThat(Templates.placeholders("{{" + name + "}}")).containsExactly(name);
        assertRefused("1 to 64 characters", () -> Templates.placeholders("{{" + name + "x}}"));
        assertRefused("is not closed", () -> Templates.placeholders("{{" + name.repeat(1000) + "}}"));
    }

    @Test
    @DisplayName("comes out as every database takes it")
    void clean() {
        assertThat(Templates.fill("{{a}}\0", Map.of("a", "\uD83D"))).isEqualTo("\uFFFD\uFFFD");
        assertThat(Templates.fill("{{a}}{{b}}", Map.of("a", "\uD83D", "b", "\uDE00")))
                .isEqualTo("\uD83D\uDE00");
    }

    private static void assertRefused(String named, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SmsException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.INVALID_TEMPLATE);
            assertThat(refusal.detail()).contains(named);
        });
    }
}
