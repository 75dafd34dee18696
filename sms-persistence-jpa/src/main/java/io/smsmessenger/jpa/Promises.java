package io.smsmessenger.jpa;

import java.util.List;
import java.util.Set;

/**
 * The unique keys that promises rest on. A table that a host made from the entities alone may lack them.
 *
 * @param table the table
 * @param columns the key's, in any order
 * @param why what goes wrong without it
 */
record Promises(String table, Set<String> columns, String why) {
    private static final String TWINS = "rows could have twins";

    static final List<Promises> ALL = List.of(
            of("sms_provider_account", TWINS, "id"),
            of("sms_provider_account", "an account could be there twice", "reference"),
            of("sms_profile", TWINS, "id"),
            of("sms_profile", "a carrier's profile could be there twice", "account_id", "provider_profile_id"),
            of("sms_number_assignment", TWINS, "id"),
            of("sms_number_assignment", "a number could belong to two users at once", "open_phone"),
            of("sms_number_assignment", "a user could have two default numbers", "default_owner"),
            of("sms_contact", TWINS, "id"),
            of("sms_contact", "a user could have two contacts of one number", "owner", "address"),
            of("sms_contact", "a user could have two contacts of one external id", "owner", "external_id"),
            of("sms_conversation", TWINS, "id"),
            of("sms_conversation", "a peer could have two conversations", "assignment_id", "peer"),
            of("sms_message", TWINS, "id"),
            of("sms_message", "a message handed over again could be sent again", "owner", "client_key"),
            of("sms_message", "a receipt could settle another message", "reference"),
            of("sms_message", "a carrier's message could be there twice", "account_id", "direction", "provider_id"),
            of("sms_media", TWINS, "message_id", "ordinal"),
            of("sms_outbox", "a message could wait twice, and be sent twice", "message_id"),
            of("sms_message_event", TWINS, "id"),
            of("sms_webhook_event", TWINS, "id"),
            of("sms_webhook_event", "a webhook that is repeated could count twice", "account_id", "event_id"),
            of("sms_consent", "a message could pass the gate beside an opt-out", "scope_kind", "scope_id", "peer"),
            of("sms_lane", "nodes could go by different rules for one lane", "kind", "lane_id"),
            of("sms_campaign", TWINS, "id"),
            of("sms_campaign_recipient", TWINS, "campaign_id", "ordinal"),
            of("sms_campaign_recipient", "a campaign could text somebody twice", "campaign_id", "address"));

    private static Promises of(String table, String why, String... columns) {
        return new Promises(table, Set.of(columns), why);
    }
}
