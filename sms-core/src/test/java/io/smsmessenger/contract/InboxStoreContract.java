package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderMessageId;
import io.smsmessenger.model.SenderName;
import io.smsmessenger.model.ShortCode;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.store.Received;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How {@link io.smsmessenger.store.InboxStore} takes texts in; {@link ReceiptContract} has the receipts. */
public abstract class InboxStoreContract extends StoreContractBase {
    private static final Received DUPLICATE = new Received.Duplicate();
    private static final Received UNOWNED = new Received.Unowned();

    private final UserId ann = user("ann");
    private final UserId bob = user("bob");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private List<Message> messages(Message like) {
        return store().messages()
                .page(ann, like.conversationId(), PageRequest.first(50))
                .orElseThrow()
                .items();
    }

    @Nested
    @DisplayName("A text")
    class Text {
        @Test
        @DisplayName("is answered with its owner, conversation and message as they stand")
        void stored() {
            Received.Stored stored = texts(peer, line, "Hi");
            assertThat(stored.owner()).isEqualTo(ann);
            assertThat(stored.conversation()).isEqualTo(reload(ann, stored.conversation()));
            assertThat(stored.message()).isEqualTo(reload(ann, stored.message()));
            assertThat(stored.message().conversationId())
                    .isEqualTo(stored.conversation().id());
            assertThat(stored.conversation().unreadCount()).isEqualTo(1);
            assertThat(stored.consentChanged()).isNull();
        }

        @Test
        @DisplayName("told again is a duplicate and changes nothing")
        void again() {
            Incoming incoming = incoming(peer, line).says("Hi");
            Received.Stored first = StoreContractBase.stored(receive(incoming));
            assertThat(receive(incoming)).isEqualTo(DUPLICATE);
            assertThat(reload(ann, first.conversation())).isEqualTo(first.conversation());
            assertThat(messages(first.message())).containsExactly(first.message());
        }

        @Test
        @DisplayName("told again under another event id is a duplicate, too")
        void sameMessage() {
            Incoming incoming = incoming(peer, line).says("Hi");
            Received.Stored first = StoreContractBase.stored(receive(incoming));
            assertThat(receive(incoming.eventId(UUID.randomUUID().toString()))).isEqualTo(DUPLICATE);
            assertThat(reload(ann, first.conversation()).unreadCount()).isEqualTo(1);
            assertThat(messages(first.message())).hasSize(1);
        }

        @Test
        @DisplayName("of the same event id in another account is another text")
        void perAccount() {
            AccountId other = anotherAccount();
            NumberAssignment elsewhere = store().numbers()
                    .assign(new io.smsmessenger.store.NumberStore.NewAssignment(
                            number(), ann, other, null, null, null, yesterday()));
            String eventId = UUID.randomUUID().toString();
            ProviderMessageId messageId = providerId();
            receive(incoming(peer, line).eventId(eventId).messageId(messageId));
            Received there = store().inbox()
                    .receive(
                            other,
                            incoming(peer, elsewhere)
                                    .eventId(eventId)
                                    .messageId(messageId)
                                    .build(),
                            NO_EFFECT,
                            RAW,
                            now);
            assertThat(there).isInstanceOf(Received.Stored.class);
        }

        @Test
        @DisplayName("comes from short codes and names as well")
        void everySender() {
            for (Address sender : List.of(new ShortCode("72345"), new SenderName("Bäckerei 24"))) {
                Received.Stored stored = texts(sender, line, "Sale");
                assertThat(reload(ann, stored.conversation()).peer()).isEqualTo(sender);
                assertThat(reload(ann, stored.message()).peer()).isEqualTo(sender);
            }
        }

        @Test
        @DisplayName("of one number to another of ours is in both conversations")
        void betweenOurOwn() {
            NumberAssignment bobs = line(bob);
            Message sent = send(line, bobs.number(), "Hi Bob");
            Received.Stored received = texts(line.number(), bobs, "Hi Bob");
            assertThat(received.owner()).isEqualTo(bob);
            assertThat(received.message().conversationId()).isNotEqualTo(sent.conversationId());
        }
    }

    @Nested
    @DisplayName("The owner of a text")
    class Owner {
        @Test
        @DisplayName("is who owned the number when the carrier received it")
        void lateText() {
            store().numbers().release(line.number(), now);
            NumberAssignment bobs = assign(bob, line.number(), null, now);

            Received.Stored late = StoreContractBase.stored(
                    receive(incoming(peer, line).says("For Ann").receivedAt(in(-1))));
            Received.Stored punctual = StoreContractBase.stored(
                    receive(incoming(peer, line).says("For Bob").receivedAt(now)));

            assertThat(late.owner()).isEqualTo(ann);
            assertThat(late.conversation().numberId()).isEqualTo(line.id());
            assertThat(punctual.owner()).isEqualTo(bob);
            assertThat(punctual.conversation().numberId()).isEqualTo(bobs.id());
            assertThat(store().messages().find(bob, late.message().id())).isEmpty();
            assertThat(store().messages().find(ann, punctual.message().id())).isEmpty();
        }

        @Test
        @DisplayName("takes no history along when the number moves")
        void noHistory() {
            Received.Stored before = texts(peer, line, "Secret");
            store().numbers().release(line.number(), now);
            assign(bob, line.number(), null, now);
            Received.Stored after = texts(peer, line, "Hello");

            assertThat(after.owner()).isEqualTo(bob);
            assertThat(after.conversation().id())
                    .isNotEqualTo(before.conversation().id());
            assertThat(after.message().position()).isEqualTo(1);
            assertThat(store().messages()
                            .page(bob, after.conversation().id(), PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .containsExactly(after.message());
        }

        @Test
        @DisplayName("is nobody before the number was assigned and after it was given up")
        void nobody() {
            store().numbers().release(line.number(), now);
            assertThat(receive(incoming(peer, line).receivedAt(yesterday().minusNanos(1000))))
                    .isEqualTo(UNOWNED);
            assertThat(receive(incoming(peer, line).receivedAt(now))).isEqualTo(UNOWNED);
            assertThat(store().conversations().unreadTotal(ann)).isZero();
        }

        @Test
        @DisplayName("is nobody when another account tells of it")
        void foreignAccount() {
            assertThat(store().inbox()
                            .receive(anotherAccount(), incoming(peer, line).build(), NO_EFFECT, RAW, now))
                    .isEqualTo(UNOWNED);
            assertThat(store().conversations().unreadTotal(ann)).isZero();
        }
    }

    @Nested
    @DisplayName("A keyword")
    class Keywords {
        private ConsentScope profile;

        @BeforeEach
        void theLineIsOnAProfile() {
            profile = ConsentScope.of(Objects.requireNonNull(line.profileId()));
        }

        private Received.Stored asks(ConsentEffect.Change change, ConsentScope.Kind scope) {
            return asks(line, change, scope);
        }

        private Received.Stored asks(NumberAssignment of, ConsentEffect.Change change, ConsentScope.Kind scope) {
            return StoreContractBase.stored(store().inbox()
                    .receive(account(), incoming(peer, of).build(), new ConsentEffect(change, scope), RAW, now));
        }

        @Test
        @DisplayName("opts its sender out, and is a text like any other")
        void optsOut() {
            Received.Stored stop = asks(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE);
            assertThat(stop.consentChanged()).isEqualTo(profile);
            assertThat(stop.conversation().unreadCount()).isEqualTo(1);

            OptOut optOut = store().consents().find(List.of(profile), peer).orElseThrow();
            assertThat(optOut.scope()).isEqualTo(profile);
            assertThat(optOut.peer()).isEqualTo(peer);
            assertThat(optOut.source()).isEqualTo(OptOut.Source.KEYWORD);
            assertThat(optOut.since()).isEqualTo(stop.message().occurredAt());
        }

        @Test
        @DisplayName("reaches as far as it is told to")
        void scopes() {
            ConsentScope owner = ConsentScope.of(ann);
            ConsentScope number = ConsentScope.of(line.id());
            assertThat(asks(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.NUMBER)
                            .consentChanged())
                    .isEqualTo(number);
            assertThat(asks(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.OWNER)
                            .consentChanged())
                    .isEqualTo(owner);
            assertThat(asks(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.EVERYTHING)
                            .consentChanged())
                    .isEqualTo(ConsentScope.everything());
            assertThat(store().consents().find(List.of(profile), peer)).isEmpty();
            store().consents().optIn(ConsentScope.everything(), peer, OptOut.Source.KEYWORD, now);
        }

        @Test
        @DisplayName("means the number where there is no profile")
        void withoutProfile() {
            NumberAssignment bare = assign(ann, number(), null, yesterday());
            assertThat(asks(bare, ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE)
                            .consentChanged())
                    .isEqualTo(ConsentScope.of(bare.id()));
        }

        @Test
        @DisplayName("changes nothing that it asks for a second time")
        void twice() {
            asks(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE);
            assertThat(asks(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE)
                            .consentChanged())
                    .isNull();
            assertThat(asks(ConsentEffect.Change.OPT_IN, ConsentScope.Kind.PROFILE)
                            .consentChanged())
                    .isEqualTo(profile);
            assertThat(asks(ConsentEffect.Change.OPT_IN, ConsentScope.Kind.PROFILE)
                            .consentChanged())
                    .isNull();
            assertThat(store().consents().find(List.of(profile), peer)).isEmpty();
        }

        @Test
        @DisplayName("does not lift what a person entered")
        void persons() {
            store().consents().optOut(profile, peer, OptOut.Source.PERSON, now);
            assertThat(asks(ConsentEffect.Change.OPT_IN, ConsentScope.Kind.PROFILE)
                            .consentChanged())
                    .isNull();
            assertThat(store().consents().find(List.of(profile), peer)).isPresent();
        }

        @Test
        @DisplayName("counts from when the carrier received it, however late it is told")
        void late() {
            ConsentEffect optOut = new ConsentEffect(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE);
            ConsentEffect optIn = new ConsentEffect(ConsentEffect.Change.OPT_IN, ConsentScope.Kind.PROFILE);
            Incoming stop = incoming(peer, line).says("STOP").receivedAt(in(-1));
            Incoming start = incoming(peer, line).says("START").receivedAt(in(-2));
            store().inbox().receive(account(), stop.build(), optOut, RAW, now);
            assertThat(StoreContractBase.stored(store().inbox().receive(account(), start.build(), optIn, RAW, in(5)))
                            .consentChanged())
                    .isNull();
            assertThat(store().consents().find(List.of(profile), peer).map(OptOut::since))
                    .contains(in(-1));
        }

        @Test
        @DisplayName("told again does not opt out who opted in since")
        void duplicate() {
            Incoming stop = incoming(peer, line).says("STOP");
            ConsentEffect effect = new ConsentEffect(ConsentEffect.Change.OPT_OUT, ConsentScope.Kind.PROFILE);
            store().inbox().receive(account(), stop.build(), effect, RAW, now);
            store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, now);

            assertThat(store().inbox().receive(account(), stop.build(), effect, RAW, now))
                    .isEqualTo(DUPLICATE);
            assertThat(store().consents().find(List.of(profile), peer)).isEmpty();
        }
    }
}
