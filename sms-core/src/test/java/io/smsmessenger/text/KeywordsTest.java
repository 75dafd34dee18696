package io.smsmessenger.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Keyword;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "\"STOP\"",
                "STOP!!!",
                "\uFF33\uFF34\uFF2F\uFF30",
                "stop \uD83D\uDED1",
                "\u200BSTOP\u200B",
                "ST\u200BOP",
                "stopall",
                "Stop All",
                "STOP-ALL",
                "STOP  \n ALL",
                "unsubscribe",
                "Cancel",
                "END",
                "quit",
                "QU\u0130T",
                "qu\u0131t",
                "revoke",
                "opt out",
                "OPT-OUT",
                "OptOut"
            })
    void asks_to_be_left_alone(String text) {
        assertThat(Keywords.of(text)).contains(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "start.", "Unstop"})
    void asks_to_be_texted_again(String text) {
        assertThat(Keywords.of(text)).contains(Keyword.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "help?", "Info", "\u0130nfo", "\u0131nfo"})
    void asks_who_writes(String text) {
        assertThat(Keywords.of(text)).contains(Keyword.HELP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!!!",
                "Please stop",
                "stop it",
                "the end",
                "STOP 1",
                "1 STOP",
                "non-stop",
                "un stop",
                "starter",
                "helpful",
                "S T O P",
                "\u0441top",
                "\uD83D"
            })
    void is_an_ordinary_text(String text) {
        assertThat(Keywords.of(text)).isEmpty();
    }
}
