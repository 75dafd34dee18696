package io.smsmessenger.spring.rest;

import io.smsmessenger.Conversations;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user's own conversations. */
final class ConversationRoutes {
    private final Input input;

    ConversationRoutes(Input input) {
        this.input = input;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/conversations", ConversationRoutes::list),
                Route.post("/conversations", this::open),
                Route.get("/conversations/{id}", ConversationRoutes::get),
                Route.patch("/conversations/{id}", ConversationRoutes::change),
                Route.post("/conversations/{id}/read", ConversationRoutes::read),
                Route.post("/conversations/{id}/unread", ConversationRoutes::unread));
    }

    private static Answer list(Call call) {
        ConversationFilter filter = new ConversationFilter(
                call.query("unread", "true or false", ConversationRoutes::truth).orElse(null),
                call.query("state", "OPEN or DONE", ConversationRoutes::state).orElse(null),
                call.query("number").map(text -> number(call, text)).orElse(null));
        return Answer.ok(PageView.of(call.user().conversations().list(filter, call.page()), ConversationView::of));
    }

    private Answer open(Call call) {
        Start start = call.body(Start.class);
        String number = Input.required("/numberId", start.numberId());
        PhoneNumber peer = input.phone("/to", start.to());
        NumberId numberId = NumberId.parse(number).orElseThrow(Refusal::notFound);
        Conversation conversation = call.user().conversations().open(numberId, peer);
        return Answer.ok(ConversationView.of(conversation))
                .with("Location", call.path("/conversations/" + conversation.id()));
    }

    private static Answer get(Call call) {
        return Answer.ok(ConversationView.of(call.user().conversations().get(call.id(ConversationId::parse))));
    }

    private static Answer change(Call call) {
        Conversations conversations = call.user().conversations();
        Conversation found = conversations.get(call.id(ConversationId::parse));
        String wanted = Input.required("/state", call.body(Change.class).state());
        ConversationState state =
                state(wanted).orElseThrow(() -> Refusal.malformed("/state", "A state is OPEN or DONE."));
        return Answer.ok(ConversationView.of(
                state == ConversationState.DONE ? conversations.done(found.id()) : conversations.reopen(found.id())));
    }

    private static Answer read(Call call) {
        Conversations conversations = call.user().conversations();
        Conversation found = conversations.get(call.id(ConversationId::parse));
        String upTo = call.body(Read.class).upTo();
        Optional<MessageId> message = upTo == null
                ? call.user().messages().list(found.id(), PageRequest.first(1)).items().stream()
                        .map(Message::id)
                        .findFirst()
                : Optional.of(MessageId.parse(upTo).orElseThrow(Refusal::notFound));
        Conversation now = message.isPresent() ? conversations.markRead(found.id(), message.get()) : found;
        return Answer.ok(new Unread(now.unreadCount()));
    }

    private static Answer unread(Call call) {
        return Answer.ok(ConversationView.of(call.user().conversations().markUnread(call.id(ConversationId::parse))));
    }

    private static NumberId number(Call call, String text) {
        return NumberId.parse(text)
                .filter(id -> call.user().numbers().find(id).isPresent())
                .orElseThrow(Refusal::notFound);
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<ConversationState> state(String text) {
        return Arrays.stream(ConversationState.values())
                .filter(state -> state.name().equals(text))
                .findFirst();
    }

    /**
     * A conversation to begin, or to find again.
     *
     * @param numberId one of the user's numbers
     * @param to who is to be texted
     */
    record Start(@Nullable String numberId, @Nullable String to) {}

    /**
     * What to change.
     *
     * @param state OPEN or DONE
     */
    record Change(@Nullable String state) {}

    /**
     * How far was read.
     *
     * @param upTo the latest message that was seen, so that what came in later stays unread; without it, all there is
     */
    record Read(@Nullable String upTo) {}

    /**
     * What is left.
     *
     * @param unreadCount texts that came in and were not read
     */
    record Unread(long unreadCount) {}
}
