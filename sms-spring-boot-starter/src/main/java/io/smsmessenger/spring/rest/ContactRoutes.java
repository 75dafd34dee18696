package io.smsmessenger.spring.rest;

import io.smsmessenger.Contacts;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.Contact;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The user's own contacts. */
final class ContactRoutes {
    private static final int TRIES = 5;

    private final Input input;

    ContactRoutes(Input input) {
        this.input = input;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/contacts", ContactRoutes::list),
                Route.post("/contacts", this::add),
                Route.get("/contacts/{id}", ContactRoutes::get),
                Route.patch("/contacts/{id}", this::change),
                Route.delete("/contacts/{id}", ContactRoutes::remove));
    }

    private static Answer list(Call call) {
        return Answer.ok(
                PageView.of(call.user().contacts().list(call.query("q").orElse(null), call.page()), ContactView::of));
    }

    private Answer add(Call call) {
        New wanted = call.body(New.class);
        Contact contact =
                call.user().contacts().add(wanted.name(), input.phone("/phone", wanted.phone()), wanted.externalId());
        return tagged(Answer.created(call.path("/contacts/" + contact.id()), ContactView.of(contact)), contact);
    }

    private static Answer get(Call call) {
        Contact contact = call.user().contacts().get(call.id(ContactId::parse));
        return tagged(Answer.ok(ContactView.of(contact)), contact);
    }

    private Answer change(Call call) {
        Contacts contacts = call.user().contacts();
        ContactId id = call.id(ContactId::parse);
        Contact before = contacts.get(id);
        Change change = call.body(Change.class);
        for (int attempt = 1; ; attempt++) {
            requireMatch(call, before);
            try {
                Contact changed = change(contacts, before, change);
                return tagged(Answer.ok(ContactView.of(changed)), changed);
            } catch (SmsException refused) {
                // What was not asked for must not be undone, so the change is tried again upon what is there now.
                if (refused.problem() != Problem.STALE_VERSION || attempt == TRIES) {
                    throw refused;
                }
                before = contacts.get(id);
            }
        }
    }

    private Contact change(Contacts contacts, Contact before, Change change) {
        Address phone = change.phone() == null
                ? before.address()
                : input.phone("/phone", Input.clearable("/phone", change.phone()));
        return contacts.change(
                before.id(),
                change.name() == null ? before.name() : Input.clearable("/name", change.name()),
                phone,
                change.externalId() == null ? before.externalId() : Input.clearable("/externalId", change.externalId()),
                before.version());
    }

    private static Answer remove(Call call) {
        Contacts contacts = call.user().contacts();
        Contact contact = contacts.get(call.id(ContactId::parse));
        requireMatch(call, contact);
        contacts.remove(contact.id());
        return Answer.nothing();
    }

    private static Answer tagged(Answer answer, Contact contact) {
        return answer.with("ETag", tag(contact));
    }

    private static void requireMatch(Call call, Contact contact) {
        List<String> wanted = call.headers("If-Match").stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(String::strip)
                .toList();
        if (!wanted.isEmpty() && !wanted.contains("*") && !wanted.contains(tag(contact))) {
            throw new SmsException(
                    Problem.STALE_VERSION, "It was changed since you read it: read it again, then change it.");
        }
    }

    private static String tag(Contact contact) {
        return "\"v" + contact.version() + "\"";
    }

    /**
     * A contact to add.
     *
     * @param name as the user calls them
     * @param phone their number as people type it
     * @param externalId the host's own id for them
     */
    record New(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String externalId) {}

    /**
     * What to change; what is absent stays, null clears.
     *
     * @param name as the user calls them
     * @param phone their number as people type it
     * @param externalId the host's own id for them
     */
    record Change(
            @Nullable JsonNode name,
            @Nullable JsonNode phone,
            @Nullable JsonNode externalId) {}
}
