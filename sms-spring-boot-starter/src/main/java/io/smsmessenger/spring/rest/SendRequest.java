package io.smsmessenger.spring.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text to be sent. One of {@code to}, {@code conversationId} and {@code contactId} says to whom; without
 * {@code numberId} or {@code from} the number is chosen.
 *
 * @param to a number as people type it
 * @param conversationId one of the user's conversations; it leaves from that conversation's number
 * @param contactId one of the user's contacts
 * @param numberId one of the user's numbers, by id
 * @param from one of the user's numbers, as people type it
 * @param text what it says
 * @param mediaUrls https addresses of pictures and the like
 * @param sendAt when it is to leave, with offset; absent for at once
 */
record SendRequest(
        @Nullable String to,
        @Nullable String conversationId,
        @Nullable String contactId,
        @Nullable String numberId,
        @Nullable String from,
        @Nullable String text,
        @Nullable List<@Nullable String> mediaUrls,
        @Nullable String sendAt) {
    Reply words() {
        return new Reply(text, mediaUrls, sendAt);
    }

    /**
     * A text to be sent within a conversation.
     *
     * @param text what it says
     * @param mediaUrls https addresses of pictures and the like
     * @param sendAt when it is to leave, with offset; absent for at once
     */
    record Reply(
            @Nullable String text,
            @Nullable List<@Nullable String> mediaUrls,
            @Nullable String sendAt) {}
}
