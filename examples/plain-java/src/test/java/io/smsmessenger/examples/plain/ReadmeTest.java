package io.smsmessenger.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsListener;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.model.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's code is code that is compiled and run somewhere in this repository, letter by letter. */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern REGION =
            Pattern.compile("(?m)^ *// tag::readme[a-z-]*\\[]\\R([\\s\\S]*?)^ *// end::readme[a-z-]*\\[]");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```java\\R([\\s\\S]*?)^```");

    @Test
    void everyBoxIsCompiled() throws IOException {
        List<String> regions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(ReadmeTest::isSource).toList()) {
                regions.addAll(all(REGION, Files.readString(file)));
            }
        }
        List<String> boxes = all(BLOCK, Files.readString(ROOT.resolve("README.md")));
        assertThat(boxes).hasSizeGreaterThanOrEqualTo(4).isSubsetOf(regions);
    }

    @Test
    void theFirstBoxComesBeforeLineForty() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")).indexOf("```java"))
                .isBetween(0, 38);
    }

    @Test
    void tryItAndTestItAreOneCommandEach() throws IOException {
        assertThat(firstBlockUnder("## Try it")).hasSize(1).first().asString().startsWith("mvn ");
        assertThat(firstBlockUnder("## Test it")).hasSize(1).first().asString().startsWith("mvn ");
    }

    @Test
    void theListenerOfTheReadmeReplies() throws Exception {
        try (Stage stage = new Stage(thanks())) {
            stage.handset().text(Stage.OUR_NUMBER, "Anybody there?");
            ConversationId conversation = stage.news.received().conversationId();
            Message reply = stage.messenger
                    .forUser(UserId.of("ann"))
                    .messages()
                    .list(conversation, PageRequest.first(1))
                    .items()
                    .get(0);
            stage.news.becomes(MessageStatus.DELIVERED, reply.id());
            assertThat(stage.handset().messages())
                    .extracting(text -> text.text())
                    .contains("Thanks, we are on it.");
        }
    }

    private static SmsListener thanks() {
        // tag::readme-listener[]
        SmsListener thanks = (event, owner) -> {
            if (event instanceof SmsEvent.MessageReceived received) {
                owner.reply(received.message().conversationId(), "Thanks, we are on it.");
            }
        };
        // end::readme-listener[]
        return thanks;
    }

    private static boolean isSource(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.endsWith(".java") && !path.contains("target");
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).stripTrailing().stripIndent());
        }
        return found;
    }

    private static List<String> firstBlockUnder(String heading) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        List<String> section = lines.subList(lines.indexOf(heading) + 1, lines.size());
        List<String> block = section.stream()
                .dropWhile(line -> !line.startsWith("```"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("```"))
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(block).as(heading).isNotEmpty();
        return block;
    }
}
