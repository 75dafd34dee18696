package io.smsmessenger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.Conversation;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A preview")
class PreviewsTest {
    private static final String FULL = "x".repeat(Conversation.PREVIEW_LENGTH);

    @Test
    @DisplayName("is the whole text where it fits")
    void fits() {
        assertThat(Previews.of(Content.text("See you at 8 \uD83D\uDE00"))).isEqualTo("See you at 8 \uD83D\uDE00");
        assertThat(Previews.of(Content.text(FULL))).isEqualTo(FULL);
    }

    @Test
    @DisplayName("is cut at its longest")
    void cut() {
        assertThat(Previews.of(Content.text(FULL + "y"))).isEqualTo(FULL);
    }

    @Test
    @DisplayName("never ends in half a character")
    void surrogates() {
        String oneShort = FULL.substring(1);
        assertThat(Previews.of(Content.text(oneShort + "\uD83D\uDE00"))).isEqualTo(oneShort);
        String twoShort = FULL.substring(2);
        assertThat(Previews.of(Content.text(twoShort + "\uD83D\uDE00 and more")))
                .isEqualTo(twoShort + "\uD83D\uDE00");
    }

    @Test
    @DisplayName("of media alone is empty")
    void mediaOnly() {
        assertThat(Previews.of(new Content("", List.of(URI.create("https://media.example/cat.png")))))
                .isEmpty();
    }
}
