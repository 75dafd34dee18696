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
 * @param sendAt when it is to leave, null for at once
 * @param sendZone the zone that was said in
 * @param expiresAt when it may no longer leave; null as before: who changes the words alone leaves the time alone
 */
public record Edit(
        Content content,
        Billing estimate,
        @Nullable Instant sendAt,
        @Nullable ZoneId sendZone,
        @Nullable Instant expiresAt) {}
