package io.smsmessenger.spring.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user interface asks first.
 *
 * @param userId the host's own id of the user
 * @param numbers the user's numbers, the default first
 * @param defaultNumberId the number that new conversations start from, null without numbers
 * @param unreadTotal texts that came in and were not read
 */
record MeView(
        String userId, List<NumberView> numbers, @Nullable String defaultNumberId, long unreadTotal) {}
