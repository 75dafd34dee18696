package io.smsmessenger.store;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a text that has not left is changed to.
 *
 * @param content what it says from now on
 * @param estimate encoding and parts of that as we count them
 * @param sendAt when it is to leave, null for at once; not looked at when {@code expiresAt} is null
 * @param sendZone the zone that was said in; not looked at when {@code expiresAt} is null
 * @param expiresAt when it may no longer leave; null when the words alone are changed: then the times stay those that the
 *     message has at that moment, so that nobody's new time is undone by who had read the old one
 */
public record Edit(
        Content content,
        Billing estimate,
        @Nullable Instant sendAt,
        @Nullable ZoneId sendZone,
        @Nullable Instant expiresAt) {}
