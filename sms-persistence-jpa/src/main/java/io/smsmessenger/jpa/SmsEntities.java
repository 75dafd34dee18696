package io.smsmessenger.jpa;

import java.util.List;

/**
 * Names the library's entities for any way of starting a persistence unit: {@code managedClass} of a
 * {@code PersistenceConfiguration}, the list of a {@code PersistenceUnitInfo}, or {@code <class>} lines. The jar has no
 * {@code persistence.xml}, so no scan of a host's finds them by itself.
 */
public final class SmsEntities {
    private static final List<Class<?>> CLASSES = List.of(
            AccountEntity.class,
            ProfileEntity.class,
            NumberEntity.class,
            ContactEntity.class,
            ConversationEntity.class,
            MessageEntity.class,
            MediaEntity.class,
            OutboxEntity.class,
            MessageEventEntity.class,
            WebhookEventEntity.class,
            ConsentEntity.class,
            LaneEntity.class,
            CampaignEntity.class,
            CampaignRecipientEntity.class);

    private SmsEntities() {}

    /** All of them; a unit needs them all. */
    public static List<Class<?>> classes() {
        return CLASSES;
    }

    /** Their names, for XML and for units that take names. */
    public static List<String> names() {
        return CLASSES.stream().map(Class::getName).toList();
    }
}
