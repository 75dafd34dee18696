package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ContactStore.ContactDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How contacts and conversations of one owner find each other. */
public abstract class ContactLinkContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private final UserId bob = user("bob");
    private final Address peer = number();
    private NumberAssignment line;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
    }

    private Contact add(UserId owner, @Nullable String name, Address address) {
        return store().contacts().add(owner, new ContactDetails(name, address, null), now);
    }

    private static void assertShows(Conversation conversation, Contact contact) {
        assertThat(conversation.contactId()).isEqualTo(contact.id());
        assertThat(conversation.peerName()).isEqualTo(contact.name());
    }

    @Test
    @DisplayName("A conversation that a text opens shows the contact's name")
    void inbound() {
        Contact mum = add(ann, "Mum", peer);
        assertShows(texts(peer, line, "Hi").conversation(), mum);
    }

    @Test
    @DisplayName("A conversation that the user's first text opens shows the contact's name")
    void outbound() {
        Contact mum = add(ann, "Mum", peer);
        assertShows(conversationOf(ann, send(line, peer, "Hi")), mum);
    }

    @Test
    @DisplayName("A conversation that the user opens shows the contact's name")
    void opened() {
        Contact mum = add(ann, "Mum", peer);
        assertShows(store().conversations().open(ann, line.id(), peer, now).orElseThrow(), mum);
    }

    @Test
    @DisplayName("Without a contact a conversation shows none")
    void unknown() {
        Conversation conversation = texts(peer, line, "Hi").conversation();
        assertThat(conversation.contactId()).isNull();
        assertThat(conversation.peerName()).isNull();
    }

    @Test
    @DisplayName("Adding a contact names all of its owner's conversations with it, and nobody else's")
    void added() {
        NumberAssignment second = line(ann);
        NumberAssignment bobs = line(bob);
        Conversation one = texts(peer, line, "Hi").conversation();
        Conversation two = texts(peer, second, "Hi").conversation();
        Conversation stranger = texts(number(), line, "Hi").conversation();
        Conversation ofBob = texts(peer, bobs, "Hi").conversation();
        Contact mum = add(ann, "Mum", peer);

        assertShows(reload(ann, one), mum);
        assertShows(reload(ann, two), mum);
        assertThat(reload(ann, stranger)).isEqualTo(stranger);
        assertThat(reload(bob, ofBob)).isEqualTo(ofBob);
    }

    @Test
    @DisplayName("Renaming a contact renames its conversations")
    void renamed() {
        Contact mum = add(ann, "Mum", peer);
        Conversation conversation = texts(peer, line, "Hi").conversation();
        Contact renamed = store().contacts()
                .change(ann, mum.id(), new ContactDetails("Mother", peer, null), null, now)
                .orElseThrow();
        assertShows(reload(ann, conversation), renamed);

        Contact nameless = store().contacts()
                .change(ann, mum.id(), new ContactDetails(null, peer, null), null, now)
                .orElseThrow();
        assertShows(reload(ann, conversation), nameless);
    }

    @Test
    @DisplayName("A contact that moves to another address takes its name along")
    void moved() {
        Contact mum = add(ann, "Mum", peer);
        Address elsewhere = number();
        Conversation before = texts(peer, line, "Hi").conversation();
        Conversation after = texts(elsewhere, line, "It is me").conversation();
        Contact moved = store().contacts()
                .change(ann, mum.id(), new ContactDetails("Mum", elsewhere, null), null, now)
                .orElseThrow();

        assertThat(reload(ann, before).contactId()).isNull();
        assertThat(reload(ann, before).peerName()).isNull();
        assertShows(reload(ann, after), moved);
    }

    @Test
    @DisplayName("Removing a contact leaves its conversations, without a name")
    void removed() {
        Contact mum = add(ann, "Mum", peer);
        Conversation conversation = texts(peer, line, "Hi").conversation();
        store().contacts().remove(ann, mum.id());

        Conversation nameless = reload(ann, conversation);
        assertThat(nameless.contactId()).isNull();
        assertThat(nameless.peerName()).isNull();
        assertThat(nameless.preview()).isEqualTo("Hi");
    }

    @Test
    @DisplayName("One user's contact names nothing of another's")
    void perOwner() {
        add(bob, "Mrs Miller", peer);
        assertThat(texts(peer, line, "Hi").conversation().peerName()).isNull();
    }
}
