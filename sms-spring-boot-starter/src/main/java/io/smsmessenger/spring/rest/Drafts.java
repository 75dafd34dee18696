package io.smsmessenger.spring.rest;

import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.ContactId;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationId;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes drafts of what callers ask for. */
final class Drafts {
    private final Input input;

    Drafts(Input input) {
        this.input = input;
    }

    Draft of(Conversation conversation, SendRequest.Reply reply) {
        return worded(Draft.to(conversation.peer(), text(reply)).from(conversation.number()), reply);
    }

    Draft of(UserMessenger user, SendRequest request) {
        long recipients = Stream.of(request.to(), request.conversationId(), request.contactId())
                .filter(Objects::nonNull)
                .count();
        if (recipients != 1) {
            throw Refusal.malformed("", "Exactly one of to, conversationId and contactId says who gets it.");
        }
        if (request.numberId() != null && request.from() != null) {
            throw Refusal.malformed("", "One of numberId and from is enough.");
        }
        if (request.conversationId() != null) {
            return of(conversation(user, request, request.conversationId()), request.words());
        }
        Draft draft = Draft.to(recipient(user, request), text(request.words()));
        PhoneNumber from = sender(user, request);
        return worded(from == null ? draft : draft.from(from), request.words());
    }

    private static Conversation conversation(UserMessenger user, SendRequest request, String id) {
        if (request.numberId() != null || request.from() != null) {
            throw Refusal.malformed("", "A conversation has its number: leave numberId and from out.");
        }
        return ConversationId.parse(id).flatMap(user.conversations()::find).orElseThrow(Refusal::notFound);
    }

    private Address recipient(UserMessenger user, SendRequest request) {
        if (request.contactId() == null) {
            return input.phone("/to", request.to());
        }
        return ContactId.parse(request.contactId())
                .flatMap(user.contacts()::find)
                .orElseThrow(Refusal::notFound)
                .address();
    }

    /** The number that was asked for. One that is another's, none at all, or no number looks the same. */
    private @Nullable PhoneNumber sender(UserMessenger user, SendRequest request) {
        if (request.numberId() != null) {
            Optional<NumberAssignment> mine = NumberId.parse(request.numberId()).flatMap(user.numbers()::find);
            return mine.orElseThrow(Drafts::notAvailable).number();
        }
        if (request.from() == null) {
            return null;
        }
        try {
            return input.phone("/from", request.from());
        } catch (Refusal notANumber) {
            throw notAvailable();
        }
    }

    /** As the core words it for a number that is somebody else's. */
    private static SmsException notAvailable() {
        return new SmsException(Problem.NUMBER_NOT_AVAILABLE, "Text from one of your own numbers: see your list.");
    }

    private static String text(SendRequest.Reply words) {
        return words.text() == null ? "" : words.text();
    }

    private static Draft worded(Draft draft, SendRequest.Reply words) {
        Draft worded = words.mediaUrls() == null ? draft : draft.media(Input.media("/mediaUrls", words.mediaUrls()));
        return words.sendAt() == null ? worded : worded.sendAt(Input.instant("/sendAt", words.sendAt()));
    }
}
