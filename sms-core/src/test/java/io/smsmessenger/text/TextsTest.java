package io.smsmessenger.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void a_short_text_is_left_alone() {
        String text = "hello";

        assertThat(Texts.cut(text, 5)).isSameAs(text);
    }

    @Test
    void a_cut_never_tears_a_character() {
        assertThat(Texts.cut("a😀b", 0)).isEmpty();
        assertThat(Texts.cut("a😀b", 1)).isEqualTo("a");
        assertThat(Texts.cut("a😀b", 2)).isEqualTo("a");
        assertThat(Texts.cut("a😀b", 3)).isEqualTo("a😀");
    }

    @Test
    void a_half_character_before_the_cut_stays_as_it_is() {
        assertThat(Texts.cut("a\uD83Dbc", 2)).isEqualTo("a\uD83D");
    }

    @Test
    void a_clean_text_is_the_same_object() {
        String text = "a😀b\n";

        assertThat(Texts.clean(text)).isSameAs(text);
    }

    @Test
    void replaces_nul_and_halves_of_characters() {
        assertThat(Texts.clean("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Texts.clean("\uD83D")).isEqualTo("\uFFFD");
        assertThat(Texts.clean("\uDE00a")).isEqualTo("\uFFFDa");
        assertThat(Texts.clean("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD😀\uFFFD");
    }
}
