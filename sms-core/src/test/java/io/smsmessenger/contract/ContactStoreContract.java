package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SenderName;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ContactStore.ContactDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link io.smsmessenger.store.ContactStore} keeps by itself; {@link ContactLinkContract} has the rest. */
public abstract class ContactStoreContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private final UserId bob = user("bob");
    private final Address peer = number();

    private Contact add(UserId owner, @Nullable String name, Address address, @Nullable String externalId) {
        return store().contacts().add(owner, new ContactDetails(name, address, externalId), now);
    }

    @Nested
    @DisplayName("Adding a contact")
    class Adding {
        @Test
        @DisplayName("keeps all of it, and it is found by id, address and external id")
        void roundTrip() {
            Contact made = add(ann, "Zoë \uD83D\uDC69\u200D\uD83D\uDE80", peer, "crm-1");

            assertThat(made.name()).isEqualTo("Zoë \uD83D\uDC69\u200D\uD83D\uDE80");
            assertThat(made.address()).isEqualTo(peer);
            assertThat(made.externalId()).isEqualTo("crm-1");
            assertThat(made.createdAt()).isEqualTo(now);
            assertThat(made.updatedAt()).isEqualTo(now);
            assertThat(store().contacts().find(ann, made.id())).contains(made);
            assertThat(store().contacts().byAddress(ann, peer)).contains(made);
            assertThat(store().contacts().byExternalId(ann, "crm-1")).contains(made);
        }

        @Test
        @DisplayName("counts on something before a page that was read after it, though it is gone")
        void pageAfterGone() {
            Contact one = add(ann, null, number(), null);
            Contact two = add(ann, null, number(), null);
            var first = store().contacts().page(ann, null, PageRequest.first(1));
            store().contacts().remove(ann, one.id());
            var second = store().contacts()
                    .page(ann, null, PageRequest.first(1).after(first.next().orElseThrow()));
            assertThat(second.items()).containsExactly(two);
            assertThat(second.hasBefore()).isTrue();
            assertThat(second.hasAfter()).isFalse();
        }

        @Test
        @DisplayName("is possible without name and external id, any number of times")
        void bare() {
            Contact one = add(ann, null, number(), null);
            Contact two = add(ann, null, number(), null);
            assertThat(one.name()).isNull();
            assertThat(one.externalId()).isNull();
            assertThat(two.id()).isNotEqualTo(one.id());
        }

        @Test
        @DisplayName("is possible with the longest details, of letters that grow in lower case")
        void growing() {
            Contact made = add(
                    ann, "\u0130".repeat(Contact.MAX_NAME_LENGTH), peer, "x".repeat(Contact.MAX_EXTERNAL_ID_LENGTH));
            assertThat(store().contacts().find(ann, made.id())).contains(made);
        }

        @Test
        @DisplayName("is refused when the owner has one with this address")
        void sameAddress() {
            Contact first = add(ann, "First", peer, null);
            assertRefused(Problem.DUPLICATE_CONTACT, () -> add(ann, "Second", peer, "crm-2"));
            assertThat(store().contacts().byAddress(ann, peer)).contains(first);
            assertThat(store().contacts().byExternalId(ann, "crm-2")).isEmpty();
        }

        @Test
        @DisplayName("is refused when the owner has one with this external id")
        void sameExternalId() {
            Contact first = add(ann, "First", peer, "crm-1");
            Address other = number();
            assertRefused(Problem.DUPLICATE_CONTACT, () -> add(ann, "Second", other, "crm-1"));
            assertThat(store().contacts().byExternalId(ann, "crm-1")).contains(first);
            assertThat(store().contacts().byAddress(ann, other)).isEmpty();
        }

        @Test
        @DisplayName("hinders no other user")
        void perOwner() {
            Contact annas = add(ann, "Mum", peer, "crm-1");
            Contact bobs = add(bob, "Mrs Miller", peer, "crm-1");
            assertThat(store().contacts().byAddress(ann, peer)).contains(annas);
            assertThat(store().contacts().byAddress(bob, peer)).contains(bobs);
        }

        @Test
        @DisplayName("takes names of senders and external ids to the letter")
        void exact() {
            add(ann, "One", new SenderName("BANK"), "a");
            Contact other = add(ann, "Other", new SenderName("Bank"), "A");
            assertThat(store().contacts().byAddress(ann, new SenderName("Bank")))
                    .contains(other);
            assertThat(store().contacts().byExternalId(ann, "A")).contains(other);
            assertThat(store().contacts().byExternalId(ann, "a ")).isEmpty();
        }

        @Test
        @DisplayName("takes the longest name and external id there can be")
        void longest() {
            String name = "\uD83D\uDE00".repeat(Contact.MAX_NAME_LENGTH / 2);
            String externalId = "x".repeat(Contact.MAX_EXTERNAL_ID_LENGTH);
            Contact made = add(ann, name, peer, externalId);
            assertThat(store().contacts().byExternalId(ann, externalId)).contains(made);
            assertThat(store().contacts().find(ann, made.id()).orElseThrow().name())
                    .isEqualTo(name);
        }
    }

    @Nested
    @DisplayName("Changing a contact")
    class Changing {
        private final Contact contact = add(ann, "Mum", peer, "crm-1");

        @Test
        @DisplayName("replaces all of it and raises the version")
        void replaced() {
            Address other = number();
            Contact changed = store().contacts()
                    .change(ann, contact.id(), new ContactDetails(null, other, null), contact.version(), in(5))
                    .orElseThrow();

            assertThat(changed.id()).isEqualTo(contact.id());
            assertThat(changed.name()).isNull();
            assertThat(changed.address()).isEqualTo(other);
            assertThat(changed.externalId()).isNull();
            assertThat(changed.version()).isGreaterThan(contact.version());
            assertThat(changed.createdAt()).isEqualTo(now);
            assertThat(changed.updatedAt()).isEqualTo(in(5));
            assertThat(store().contacts().find(ann, contact.id())).contains(changed);
            assertThat(store().contacts().byAddress(ann, peer)).isEmpty();
            assertThat(store().contacts().byExternalId(ann, "crm-1")).isEmpty();
        }

        @Test
        @DisplayName("to what it was is no duplicate of itself")
        void same() {
            ContactDetails same = new ContactDetails("Mum", peer, "crm-1");
            assertThat(store().contacts().change(ann, contact.id(), same, contact.version(), in(5)))
                    .isPresent();
        }

        @Test
        @DisplayName("is refused when it was changed since it was read")
        void stale() {
            ContactDetails first = new ContactDetails("Mother", peer, "crm-1");
            ContactDetails second = new ContactDetails("Mama", peer, "crm-1");
            store().contacts().change(ann, contact.id(), first, contact.version(), in(5));

            assertRefused(
                    Problem.STALE_VERSION,
                    () -> store().contacts().change(ann, contact.id(), second, contact.version(), in(6)));
            assertThat(store().contacts().find(ann, contact.id()).orElseThrow().name())
                    .isEqualTo("Mother");
            assertThat(store().contacts()
                            .change(ann, contact.id(), second, null, in(7))
                            .orElseThrow()
                            .name())
                    .isEqualTo("Mama");
        }

        @Test
        @DisplayName("is refused when another of the owner's has the address or the external id")
        void duplicate() {
            Address taken = number();
            add(ann, "Dad", taken, "crm-2");
            for (ContactDetails clash :
                    List.of(new ContactDetails("Mum", taken, "crm-1"), new ContactDetails("Mum", peer, "crm-2"))) {
                assertRefused(
                        Problem.DUPLICATE_CONTACT,
                        () -> store().contacts().change(ann, contact.id(), clash, null, in(5)));
            }
            assertThat(store().contacts().find(ann, contact.id())).contains(contact);
        }

        @Test
        @DisplayName("is over once it was removed, and its address and external id are free")
        void removed() {
            assertThat(store().contacts().remove(ann, contact.id())).isTrue();
            assertThat(store().contacts().find(ann, contact.id())).isEmpty();
            assertThat(store().contacts().remove(ann, contact.id())).isFalse();
            assertThat(store().contacts().change(ann, contact.id(), new ContactDetails("x", peer, null), null, now))
                    .isEmpty();
            assertThat(add(ann, "Mum", peer, "crm-1").id()).isNotEqualTo(contact.id());
        }
    }

    @Nested
    @DisplayName("The list of contacts")
    class Listing {
        @Test
        @DisplayName("shows the first made first, page by page in both directions")
        void paged() {
            List<Contact> all = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                all.add(add(ann, "Contact " + i, number(), null));
            }
            add(bob, "Another's", number(), null);

            PageWalk.assertWalks(all, 3, request -> store().contacts().page(ann, null, request));
        }

        @Test
        @DisplayName("is searched by name, address and external id, whatever the case")
        void searched() {
            Contact byName = add(ann, "Anna KARENINA", number(), null);
            Contact byExternalId = add(ann, null, number(), "KarenIna-7");
            Contact byAddress = add(ann, null, peer, null);
            add(bob, "Karenina", number(), null);

            assertThat(search("kareNINA")).containsExactly(byName, byExternalId);
            assertThat(search(peer.value().substring(3))).containsExactly(byAddress);
            assertThat(search("nobody of this name")).isEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"%", "_", "\\", "\\%", "100%", "a_b", "'", "\"", "[a]", "!", "^"})
        @DisplayName("takes every character of a search literally")
        void literally(String text) {
            Contact holds = add(ann, "x" + text + "y", number(), null);
            add(ann, "x#y", number(), null);
            add(ann, "axb 1000", number(), null);

            assertThat(search(text)).containsExactly(holds);
        }

        @Test
        @DisplayName("stays searched from page to page")
        void searchedPages() {
            List<Contact> millers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                millers.add(add(ann, "Miller " + i, number(), null));
                add(ann, "Smith " + i, number(), null);
            }
            PageWalk.assertWalks(millers, 2, request -> store().contacts().page(ann, "miller", request));
        }

        @Test
        @DisplayName("repeats and skips nothing while contacts come and go")
        void whileItChanges() {
            Contact one = add(ann, "1", number(), null);
            Contact two = add(ann, "2", number(), null);
            Contact three = add(ann, "3", number(), null);
            Page<Contact> first = store().contacts().page(ann, null, PageRequest.first(2));
            store().contacts().remove(ann, two.id());
            Contact four = add(ann, "4", number(), null);

            Page<Contact> second = store().contacts()
                    .page(ann, null, PageRequest.first(2).after(Objects.requireNonNull(first.last())));
            assertThat(first.items()).containsExactly(one, two);
            assertThat(second.items()).containsExactly(three, four);
        }

        private List<Contact> search(String text) {
            return store().contacts().page(ann, text, PageRequest.first(50)).items();
        }
    }
}
