package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.Billing;
import io.smsmessenger.model.CampaignId;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ContactStore.ContactDetails;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.NewCampaign;
import io.smsmessenger.store.SmsStore;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is not yours answers exactly like what does not exist. There is a row for every method of every store that takes
 * an owner; a method without one fails the contract.
 */
public abstract class BelongingContract extends SendingContractBase {
    private static final long MISSING = Long.MAX_VALUE;
    private static final PageRequest PAGE = PageRequest.first(50);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Edit EDIT =
            new Edit(Content.text("Mine"), new Billing(Encoding.GSM_7, 1, null), null, null, LATER);
    private static final Map<String, Call> CALLS = calls();

    /** One call of a method with an owner, about these things, with an answer that can be compared. */
    private interface Call {
        Object answer(SmsStore store, UserId owner, Things about);
    }

    private record Things(
            NumberId number,
            ProfileId profile,
            ContactId contact,
            ConversationId conversation,
            MessageId inbound,
            MessageId waiting,
            MessageId unknown,
            Address peer,
            String externalId,
            String clientKey,
            CampaignId campaign) {}

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new TreeMap<>();
        calls.put("NumberStore.ownedBy", (store, owner, of) -> store.numbers().ownedBy(owner));
        calls.put("NumberStore.find", (store, owner, of) -> store.numbers().find(owner, of.number));
        calls.put("NumberStore.label", (store, owner, of) -> store.numbers().label(owner, of.number, "Mine"));
        calls.put(
                "NumberStore.makeDefault", (store, owner, of) -> store.numbers().makeDefault(owner, of.number));
        calls.put(
                "NumberStore.putOnProfile",
                (store, owner, of) -> store.numbers().putOnProfile(owner, of.number, null, Instant.EPOCH));
        calls.put("ProfileStore.ownedBy", (store, owner, of) -> store.profiles().ownedBy(owner));
        calls.put("ProfileStore.find", (store, owner, of) -> store.profiles().find(owner, of.profile));
        calls.put("ProfileStore.rename", (store, owner, of) -> store.profiles().rename(owner, of.profile, "Mine"));
        calls.put("ProfileStore.enable", (store, owner, of) -> store.profiles().enable(owner, of.profile, false));
        calls.put("ContactStore.add", BelongingContract::addAndRemove);
        calls.put("ContactStore.find", (store, owner, of) -> store.contacts().find(owner, of.contact));
        calls.put(
                "ContactStore.byAddress", (store, owner, of) -> store.contacts().byAddress(owner, of.peer));
        calls.put(
                "ContactStore.byExternalId",
                (store, owner, of) -> store.contacts().byExternalId(owner, of.externalId));
        calls.put("ContactStore.page", (store, owner, of) -> store.contacts().page(owner, null, PAGE));
        calls.put(
                "ContactStore.change",
                (store, owner, of) -> store.contacts()
                        .change(owner, of.contact, new ContactDetails("Mine", of.peer, null), 77L, Instant.EPOCH));
        calls.put("ContactStore.remove", (store, owner, of) -> store.contacts().remove(owner, of.contact));
        calls.put(
                "ConversationStore.page",
                (store, owner, of) -> List.of(
                        store.conversations().page(owner, ConversationFilter.all(), PAGE),
                        store.conversations().page(owner, new ConversationFilter(null, null, of.number), PAGE)));
        calls.put(
                "ConversationStore.find",
                (store, owner, of) -> store.conversations().find(owner, of.conversation));
        calls.put(
                "ConversationStore.latestWith",
                (store, owner, of) -> store.conversations().latestWith(owner, of.peer));
        calls.put(
                "ConversationStore.open",
                (store, owner, of) -> store.conversations().open(owner, of.number, of.peer, Instant.EPOCH));
        calls.put(
                "ConversationStore.markRead",
                (store, owner, of) -> store.conversations().markRead(owner, of.conversation, of.inbound));
        calls.put(
                "ConversationStore.markUnread",
                (store, owner, of) -> store.conversations().markUnread(owner, of.conversation));
        calls.put(
                "ConversationStore.setState",
                (store, owner, of) -> store.conversations().setState(owner, of.conversation, ConversationState.DONE));
        calls.put(
                "ConversationStore.unreadTotal",
                (store, owner, of) -> store.conversations().unreadTotal(owner));
        calls.put("MessageStore.page", (store, owner, of) -> store.messages().page(owner, of.conversation, PAGE));
        calls.put(
                "MessageStore.find",
                (store, owner, of) -> List.of(
                        store.messages().find(owner, of.inbound),
                        store.messages().find(owner, of.waiting)));
        calls.put("MessageStore.history", (store, owner, of) -> store.messages().history(owner, of.waiting));
        calls.put("OutboxStore.repeated", (store, owner, of) -> store.outbox().repeated(owner, of.clientKey, "none"));
        calls.put(
                "OutboxStore.sendAgain",
                (store, owner, of) -> store.outbox().sendAgain(owner, of.unknown, LATER, Instant.EPOCH));
        calls.put("OutboxStore.giveUp", (store, owner, of) -> store.outbox().giveUp(owner, of.unknown, Instant.EPOCH));
        calls.put(
                "OutboxStore.edit", (store, owner, of) -> store.outbox().edit(owner, of.waiting, EDIT, Instant.EPOCH));
        calls.put("OutboxStore.handedOver", (store, owner, of) -> store.outbox().handedOver(owner, Instant.EPOCH, 9));
        calls.put("OutboxStore.cancel", (store, owner, of) -> store.outbox().cancel(owner, of.waiting, Instant.EPOCH));
        calls.put(
                "CampaignStore.add",
                (store, owner, of) ->
                        store.campaigns().add(owner, of.campaign, List.of(new Recipient("+12025550123", Map.of()))));
        calls.put("CampaignStore.find", (store, owner, of) -> store.campaigns().find(owner, of.campaign));
        calls.put("CampaignStore.page", (store, owner, of) -> store.campaigns().page(owner, PAGE));
        calls.put(
                "CampaignStore.recipients",
                (store, owner, of) -> store.campaigns().recipients(owner, of.campaign, PAGE));
        calls.put(
                "CampaignStore.progress",
                (store, owner, of) -> store.campaigns().progress(owner, of.campaign));
        calls.put(
                "CampaignStore.move",
                (store, owner, of) ->
                        store.campaigns().move(owner, of.campaign, CampaignState.CANCELLED, Instant.EPOCH));
        return calls;
    }

    /** A stranger may know the same people: what differs is only the id that is given. */
    private static Object addAndRemove(SmsStore store, UserId owner, Things of) {
        var added = store.contacts().add(owner, new ContactDetails("Mine", of.peer, of.externalId), Instant.EPOCH);
        return store.contacts().remove(owner, added.id());
    }

    static Stream<String> methods() {
        return CALLS.keySet().stream();
    }

    @Test
    @DisplayName("Every method that takes an owner is in the table")
    void complete() {
        TreeSet<String> declared = new TreeSet<>();
        for (Method store : SmsStore.class.getMethods()) {
            Arrays.stream(store.getReturnType().getMethods())
                    .filter(method -> Arrays.asList(method.getParameterTypes()).contains(UserId.class))
                    .forEach(method -> declared.add(store.getReturnType().getSimpleName() + "." + method.getName()));
        }
        assertThat(CALLS.keySet()).containsExactlyElementsOf(declared);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.smsmessenger.contract.BelongingContract#methods")
    @DisplayName("A stranger is answered as if it did not exist, and nothing changes")
    void asIfMissing(String method) {
        UserId ann = user("ann");
        UserId stranger = user("stranger");
        Things annas = thingsOf(ann);
        Things missing = new Things(
                new NumberId(MISSING),
                new ProfileId(MISSING),
                new ContactId(MISSING),
                new ConversationId(MISSING),
                new MessageId(MISSING),
                new MessageId(MISSING - 1),
                new MessageId(MISSING - 2),
                number(),
                "crm-none",
                "key-none",
                new CampaignId(MISSING));
        List<Object> before = everythingOf(ann, annas);
        Call call = Objects.requireNonNull(CALLS.get(method));

        assertThat(answer(call, stranger, annas)).isEqualTo(answer(call, stranger, missing));
        assertThat(everythingOf(ann, annas)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.smsmessenger.contract.BelongingContract#methods")
    @DisplayName("The owner is answered otherwise")
    void owner(String method) {
        UserId ann = user("ann");
        Things annas = thingsOf(ann);
        Call call = Objects.requireNonNull(CALLS.get(method));

        assertThat(answer(call, ann, annas)).isNotEqualTo(answer(call, user("stranger"), annas));
    }

    private Object answer(Call call, UserId owner, Things about) {
        try {
            return call.answer(store(), owner, about);
        } catch (SmsException refused) {
            return List.of(refused.problem(), String.valueOf(refused.getMessage()));
        }
    }

    private List<Object> everythingOf(UserId owner, Things things) {
        return List.of(
                store().numbers().ownedBy(owner),
                store().profiles().ownedBy(owner),
                store().contacts().page(owner, null, PAGE),
                store().messages().history(owner, things.unknown),
                store().conversations().page(owner, ConversationFilter.all(), PAGE),
                store().messages().page(owner, things.conversation, PAGE),
                store().messages().history(owner, things.waiting),
                store().campaigns().page(owner, PAGE),
                store().campaigns().progress(owner, things.campaign));
    }

    private Things thingsOf(UserId owner) {
        NumberAssignment line = line(owner);
        Address peer = number();
        var contact = store().contacts().add(owner, new ContactDetails("Mum", peer, "crm-1"), now);
        var received = texts(peer, line, "Hi");
        var unknown = send(line, peer, "Lost");
        unknown(unknown);
        var waiting = send(line, peer, "Hello");
        var campaign = store().campaigns()
                .create(new NewCampaign(owner, "News", Content.text("Hi"), null, null, null, null, now));
        return new Things(
                line.id(),
                Objects.requireNonNull(line.profileId()),
                contact.id(),
                received.conversation().id(),
                received.message().id(),
                waiting.id(),
                unknown.id(),
                peer,
                "crm-1",
                Objects.requireNonNull(waiting.clientKey()),
                campaign.id());
    }
}
