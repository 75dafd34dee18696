package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ContactStore.ContactDetails;
import io.smsmessenger.store.Enqueued;
import io.smsmessenger.store.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds when several do the same thing at the same moment; {@link SendingRacesContract} has the queue's part. */
public abstract class StoreRacesContract extends StoreContractBase {
    private static final int THREADS = 8;

    private final UserId ann = user("ann");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private Conversation onlyConversation() {
        List<Conversation> all = store().conversations()
                .page(ann, ConversationFilter.all(), PageRequest.first(50))
                .items();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Message> messages(ConversationId conversation) {
        return PageWalk.forward(
                50,
                request -> store().messages().page(ann, conversation, request).orElseThrow());
    }

    @Test
    @DisplayName("A text told fifty times by eight threads is one message, and unread once")
    void sameText() {
        Incoming incoming = incoming(peer, line).says("Hi");
        List<List<Received>> answers = Together.times(
                THREADS,
                thread -> IntStream.range(0, 6 + thread % 2)
                        .mapToObj(i -> receive(incoming))
                        .toList());

        List<Received> all = answers.stream().flatMap(List::stream).toList();
        assertThat(all).filteredOn(answer -> answer instanceof Received.Stored).hasSize(1);
        assertThat(all)
                .filteredOn(answer -> !(answer instanceof Received.Stored))
                .containsOnly(new Received.Duplicate());
        assertThat(onlyConversation().unreadCount()).isEqualTo(1);
        assertThat(messages(onlyConversation().id())).hasSize(1);
    }

    @Test
    @DisplayName("A text told under several event ids at once is one message")
    void sameMessageId() {
        var messageId = providerId();
        List<Received> answers =
                Together.times(THREADS, thread -> receive(incoming(peer, line).messageId(messageId)));

        assertThat(answers)
                .filteredOn(answer -> answer instanceof Received.Stored)
                .hasSize(1);
        assertThat(onlyConversation().unreadCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("First texts of eight threads are in one conversation, each at its own position")
    void firstTexts() {
        int each = 5;
        Together.times(
                THREADS,
                thread -> IntStream.range(0, each)
                        .mapToObj(i -> texts(peer, line, thread + "." + i))
                        .toList());

        Conversation conversation = onlyConversation();
        assertThat(conversation.inboundPosition()).isEqualTo((long) THREADS * each);
        assertThat(messages(conversation.id()))
                .extracting(Message::position)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, THREADS * each)
                        .mapToObj(i -> (long) i)
                        .toList());
    }

    @Test
    @DisplayName("A conversation opened, written into and texted into at once is one")
    void opened() {
        List<ConversationId> ids = Together.times(THREADS, thread -> switch (thread % 3) {
            case 0 ->
                store().conversations()
                        .open(ann, line.id(), peer, now)
                        .orElseThrow()
                        .id();
            case 1 -> send(line, peer, "Out").conversationId();
            default -> texts(peer, line, "In").conversation().id();
        });
        assertThat(new HashSet<>(ids)).containsExactly(onlyConversation().id());
    }

    @Test
    @DisplayName("Reading up to what was seen never hides a text that comes in meanwhile")
    void readWhileTextsArrive() {
        int each = 8;
        Conversation opened = texts(peer, line, "First").conversation();
        List<Long> unseen = Together.times(THREADS, thread -> {
            long position = 0;
            for (int i = 0; i < each; i++) {
                if (thread % 2 == 0) {
                    texts(peer, line, "Text " + i);
                } else {
                    Message seen = store().messages()
                            .page(ann, opened.id(), PageRequest.first(1))
                            .orElseThrow()
                            .items()
                            .get(0);
                    Conversation read = store().conversations()
                            .markRead(ann, opened.id(), seen.id())
                            .orElseThrow();
                    assertThat(read.readPosition()).isBetween(seen.position(), read.inboundPosition());
                    position = Math.max(position, seen.position());
                }
            }
            return position;
        });

        Conversation after = reload(ann, opened);
        assertThat(after.inboundPosition()).isEqualTo((long) each * (THREADS / 2) + 1);
        assertThat(after.readPosition())
                .isEqualTo(unseen.stream().mapToLong(Long::longValue).max().orElseThrow());
        assertThat(store().conversations().unreadTotal(ann)).isEqualTo(after.unreadCount());
    }

    @Test
    @DisplayName("The same client key from eight threads is one message, and all learn its id")
    void sameClientKey() {
        List<MessageId> ids = Together.times(THREADS, thread -> {
            Enqueued enqueued =
                    store().outbox().enqueue(text(line, peer).key("k").build());
            return enqueued instanceof Enqueued.Stored stored
                    ? stored.message().id()
                    : ((Enqueued.Repeated) enqueued).message().id();
        });

        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(messages(onlyConversation().id())).hasSize(1);
        store().outbox().cancel(ann, ids.get(0), now);
    }

    @Test
    @DisplayName("A number that two users want at once has one owner")
    void oneOwner() {
        for (int round = 0; round < 5; round++) {
            PhoneNumber wanted = number();
            List<Boolean> won = Together.times(2, thread -> {
                try {
                    assign(user("user" + thread), wanted, null, now);
                    return true;
                } catch (SmsException refused) {
                    assertThat(refused.problem()).isEqualTo(Problem.NUMBER_TAKEN);
                    return false;
                }
            });
            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(store().numbers().ownedAt(wanted, now).orElseThrow().owner())
                    .isEqualTo(user("user" + won.indexOf(true)));
        }
    }

    @Test
    @DisplayName("Of several numbers made the default at once one is it")
    void oneDefault() {
        List<NumberAssignment> lines = new ArrayList<>(List.of(line));
        while (lines.size() < 4) {
            lines.add(line(ann));
        }
        Together.times(
                THREADS,
                thread -> store().numbers()
                        .makeDefault(ann, lines.get(thread % lines.size()).id()));
        assertThat(store().numbers().ownedBy(ann))
                .filteredOn(NumberAssignment::isDefault)
                .hasSize(1);
    }

    @Test
    @DisplayName("A contact added by eight threads at once is there once")
    void oneContact() {
        ContactDetails details = new ContactDetails("Mum", peer, "crm-1");
        List<Boolean> won = Together.times(THREADS, thread -> {
            try {
                store().contacts().add(ann, details, now);
                return true;
            } catch (SmsException refused) {
                assertThat(refused.problem()).isEqualTo(Problem.DUPLICATE_CONTACT);
                return false;
            }
        });
        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(store().contacts().page(ann, null, PageRequest.first(10)).items())
                .hasSize(1);
    }

    @Test
    @DisplayName("Of two changes of the version that both have read one is refused")
    void staleVersion() {
        var contact = store().contacts().add(ann, new ContactDetails("Mum", peer, null), now);
        List<Boolean> won = Together.times(2, thread -> {
            try {
                ContactDetails renamed = new ContactDetails("Name " + thread, peer, null);
                return store().contacts()
                        .change(ann, contact.id(), renamed, contact.version(), now)
                        .isPresent();
            } catch (SmsException refused) {
                assertThat(refused.problem()).isEqualTo(Problem.STALE_VERSION);
                return false;
            }
        });
        assertThat(won).containsExactlyInAnyOrder(true, false);
    }

    @Test
    @DisplayName("Receipts and accounts first told by eight threads at once are kept once")
    void firstTold() {
        var parked = news(providerId(), MessageStatus.SENT).build();
        Together.times(THREADS, thread -> advance(parked));
        Set<Object> accounts = new HashSet<>(
                Together.times(THREADS, thread -> store().accounts().ensure("tenant", "carrier", parked.eventId())));
        assertThat(accounts).hasSize(1);

        ConsentScope scope = ConsentScope.of(line.id());
        List<Boolean> first = Together.times(
                THREADS,
                thread -> store().consents().optOut(scope, peer, io.smsmessenger.model.OptOut.Source.KEYWORD, now));
        assertThat(first).filteredOn(Boolean::booleanValue).hasSize(1);
    }
}
