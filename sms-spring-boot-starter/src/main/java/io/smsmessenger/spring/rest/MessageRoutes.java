package io.smsmessenger.spring.rest;

import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageId;
import java.util.List;

/** The user's own messages. */
final class MessageRoutes {
    private final Drafts drafts;

    MessageRoutes(Drafts drafts) {
        this.drafts = drafts;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/conversations/{id}/messages", MessageRoutes::list),
                Route.post("/conversations/{id}/messages", this::reply),
                Route.post("/messages", this::send),
                Route.post("/messages/preview", this::preview),
                Route.get("/messages/{id}", MessageRoutes::get),
                Route.get("/messages/{id}/history", MessageRoutes::history),
                Route.delete("/messages/{id}", MessageRoutes::cancel));
    }

    /** Oldest first within a page, as a person reads; {@code before} leads to older ones. */
    private static Answer list(Call call) {
        ConversationId id = call.id(ConversationId::parse);
        return Answer.ok(PageView.reversed(call.user().messages().list(id, call.reversedPage()), MessageView::of));
    }

    private Answer reply(Call call) {
        Conversation conversation = call.user().conversations().get(call.id(ConversationId::parse));
        SendRequest.Reply reply = call.body(SendRequest.Reply.class);
        return send(call, drafts.of(conversation, reply));
    }

    private Answer send(Call call) {
        return send(call, drafts.of(call.user(), call.body(SendRequest.class)));
    }

    private static Answer send(Call call, Draft draft) {
        Message message = call.user()
                .send(call.header("Idempotency-Key").map(draft::clientKey).orElse(draft));
        return Answer.created(call.path("/messages/" + message.id()), MessageView.of(message));
    }

    private Answer preview(Call call) {
        return Answer.ok(PreviewView.of(call.user().check(drafts.of(call.user(), call.body(SendRequest.class)))));
    }

    private static Answer get(Call call) {
        return Answer.ok(MessageView.of(call.user().messages().get(call.id(MessageId::parse))));
    }

    private static Answer history(Call call) {
        return Answer.ok(HistoryView.of(call.user().messages().history(call.id(MessageId::parse))));
    }

    private static Answer cancel(Call call) {
        return Answer.ok(MessageView.of(call.user().messages().cancel(call.id(MessageId::parse))));
    }
}
