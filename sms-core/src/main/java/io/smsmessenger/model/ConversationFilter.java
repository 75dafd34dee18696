package io.smsmessenger.model;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list; null asks for both.
 *
 * @param unread only unread ones, or only read ones
 * @param state only open or only done ones
 * @param number only those of one of the user's numbers
 */
public record ConversationFilter(
        @Nullable Boolean unread,
        @Nullable ConversationState state,
        @Nullable NumberId number) {
    private static final ConversationFilter ALL = new ConversationFilter(null, null, null);

    public static ConversationFilter all() {
        return ALL;
    }
}
