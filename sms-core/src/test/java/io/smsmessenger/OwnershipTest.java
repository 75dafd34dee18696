package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.Change;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public method of every scoped room that takes an id, found by reflection so that none can be forgotten: with
 * another user's id it answers exactly as with one that does not exist, and changes nothing.
 */
@DisplayName("What is another's answers like what does not exist:")
class OwnershipTest {
    private static final Set<Class<?>> IDS = Set.of(
            NumberId.class, ProfileId.class, ConversationId.class, MessageId.class, ContactId.class, CampaignId.class);
    private static final long ABSENT = 987_654_321;

    private final Flow flow = new Flow();
    private final Message bobs = bobsMessage();
    private final Campaign bobsCampaign = flow.bob.campaigns().create("News", "Hi");
    private final Contact bobsContact = flow.bob.contacts().add("Maria", Flow.MARIA, "crm-1");

    static Stream<Method> roomMethods() {
        return Stream.of(
                        UserMessenger.class,
                        Numbers.class,
                        Profiles.class,
                        Conversations.class,
                        Messages.class,
                        Contacts.class,
                        Campaigns.class)
                .flatMap(room -> Arrays.stream(room.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Arrays.stream(method.getParameterTypes()).anyMatch(IDS::contains));
    }

    @ParameterizedTest
    @MethodSource("roomMethods")
    @DisplayName("method")
    void foreignIsAbsent(Method method) throws IllegalAccessException {
        String before = bobsWorld();
        String foreign = answer(method, true);
        assertThat(foreign).as(method.toString()).isEqualTo(answer(method, false));
        assertThat(foreign).isIn("Optional.empty", "NOT_FOUND There is no such thing, or it is not yours.");
        assertThat(bobsWorld()).as("nothing of bob's changed").isEqualTo(before);
    }

    @Test
    @DisplayName("lists hold nothing of another's")
    void lists() {
        assertThat(flow.alice.numbers().list()).hasSize(1);
        assertThat(flow.alice.profiles().list()).hasSize(1);
        assertThat(flow.alice.conversations().list(Flow.PAGE).items()).isEmpty();
        assertThat(flow.alice.contacts().list(null, Flow.PAGE).items()).isEmpty();
        assertThat(flow.alice.contacts().list("Maria", Flow.PAGE).items()).isEmpty();
        assertThat(flow.alice.contacts().byAddress(Flow.MARIA)).isEmpty();
        assertThat(flow.alice.conversations().unreadTotal()).isZero();
        assertThat(flow.alice.campaigns().list(Flow.PAGE).items()).isEmpty();
    }

    @Test
    @DisplayName("one's own number with another's profile, and the other way round, is not there either")
    void mixed() {
        assertThat(answerOf(() -> flow.alice.numbers().putOnProfile(flow.line.id(), flow.bobsProfile.id())))
                .isEqualTo(answerOf(() -> flow.alice.numbers().putOnProfile(flow.line.id(), new ProfileId(ABSENT))));
        Message mine = flow.alice.send(Draft.to(Flow.MARIA, "mine"));
        assertThat(answerOf(() -> flow.alice.conversations().markRead(mine.conversationId(), bobs.id())))
                .isEqualTo(answerOf(
                        () -> flow.alice.conversations().markRead(mine.conversationId(), new MessageId(ABSENT))));
    }

    private Message bobsMessage() {
        flow.texts(Flow.MARIA, Flow.BOBS_LINE, "for bob only");
        return flow.bob.send(Draft.to(Flow.MARIA, "from bob only"));
    }

    private String bobsWorld() {
        return flow.bob.numbers().list().toString()
                + flow.bob.profiles().list()
                + flow.bob.conversations().list(Flow.PAGE)
                + flow.bob.contacts().list(null, Flow.PAGE)
                + flow.bob.messages().list(bobs.conversationId(), Flow.PAGE)
                + flow.bob.messages().history(bobs.id())
                + flow.bob.campaigns().list(Flow.PAGE)
                + flow.bob.campaigns().progress(bobsCampaign.id());
    }

    private String answer(Method method, boolean foreign) throws IllegalAccessException {
        Object room = method.getDeclaringClass() == UserMessenger.class
                ? flow.alice
                : Map.<Class<?>, Object>of(
                                Numbers.class, flow.alice.numbers(),
                                Profiles.class, flow.alice.profiles(),
                                Conversations.class, flow.alice.conversations(),
                                Messages.class, flow.alice.messages(),
                                Contacts.class, flow.alice.contacts(),
                                Campaigns.class, flow.alice.campaigns())
                        .get(method.getDeclaringClass());
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, foreign))
                .toArray();
        try {
            return String.valueOf(method.invoke(room, arguments));
        } catch (InvocationTargetException thrown) {
            return problem(thrown.getCause());
        }
    }

    private static String answerOf(Supplier<?> call) {
        try {
            return String.valueOf(call.get());
        } catch (SmsException thrown) {
            return problem(thrown);
        }
    }

    private static String problem(Throwable thrown) {
        assertThat(thrown).isInstanceOf(SmsException.class);
        return ((SmsException) thrown).problem() + " " + thrown.getMessage();
    }

    private Object argument(Class<?> type, boolean foreign) {
        Map<Class<?>, Object> arguments = Map.ofEntries(
                Map.entry(NumberId.class, foreign ? flow.bobsLine.id() : new NumberId(ABSENT)),
                Map.entry(ProfileId.class, foreign ? flow.bobsProfile.id() : new ProfileId(ABSENT)),
                Map.entry(ConversationId.class, foreign ? bobs.conversationId() : new ConversationId(ABSENT)),
                Map.entry(MessageId.class, foreign ? bobs.id() : new MessageId(ABSENT)),
                Map.entry(ContactId.class, foreign ? bobsContact.id() : new ContactId(ABSENT)),
                Map.entry(CampaignId.class, foreign ? bobsCampaign.id() : new CampaignId(ABSENT)),
                Map.entry(List.class, List.of(Recipient.to(Flow.MARIA))),
                Map.entry(String.class, "text"),
                Map.entry(Address.class, PhoneNumber.of("+12025550199")),
                Map.entry(PageRequest.class, Flow.PAGE),
                Map.entry(ConversationFilter.class, ConversationFilter.all()),
                Map.entry(Change.class, Change.text("changed")),
                Map.entry(Long.class, 1L));
        return Optional.ofNullable(arguments.get(type))
                .orElseThrow(() -> new AssertionError("no argument for " + type + ": add one"));
    }

    @Test
    @DisplayName("a page that was given to one user is useless to another")
    void cursors() {
        Page<?> page = flow.bob.conversations().list(PageRequest.first(1));
        assertThat(page.last()).isNotNull();
        assertThat(flow.alice
                        .conversations()
                        .list(PageRequest.first(1).before(page.last()))
                        .items())
                .isEmpty();
    }
}
