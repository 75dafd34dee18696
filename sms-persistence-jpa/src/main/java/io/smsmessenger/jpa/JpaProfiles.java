package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SmsException;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ProfileStore;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messaging profiles. */
final class JpaProfiles implements ProfileStore {
    private static final Columns COLUMNS = Columns.of("id owner accountId providerProfileId name enabled webhookUrl"
            + " webhookFailoverUrl settings version createdAt");
    private static final String SELECT = "select " + COLUMNS.jpql("p") + " from SmsProfile p";
    private static final String INSERT = COLUMNS.insertInto("sms_profile");

    private final Transactions transactions;

    JpaProfiles(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public MessagingProfile add(NewProfile profile) {
        return transactions.join(tx -> {
            tx.insertNew(
                    INSERT,
                    tx.nextId(),
                    profile.owner().value(),
                    profile.accountId().value(),
                    profile.providerProfileId(),
                    profile.name(),
                    profile.enabled(),
                    text(profile.webhookUrl()),
                    text(profile.webhookFailoverUrl()),
                    SettingsText.write(profile.settings()),
                    0L,
                    Times.micros(profile.at()));
            return tx.selectOne(
                            "select " + COLUMNS.sql("p")
                                    + " from sms_profile p where p.account_id = ? and p.provider_profile_id = ?"
                                    + tx.current(),
                            profile.accountId().value(),
                            profile.providerProfileId())
                    .map(JpaProfiles::profile)
                    .filter(kept -> kept.owner().equals(profile.owner()))
                    .orElseThrow(() ->
                            new SmsException(Problem.NOT_FOUND, "This messaging profile is not one of the user's."));
        });
    }

    @Override
    public List<MessagingProfile> ownedBy(UserId owner) {
        // A user has few; sorting here spares us the database's idea of an alphabet.
        return transactions.join(tx -> tx.read(SELECT + " where p.owner = ?1", owner.value()).stream()
                .map(JpaProfiles::profile)
                .sorted(Comparator.comparing(MessagingProfile::name)
                        .thenComparing(profile -> profile.id().value()))
                .toList());
    }

    @Override
    public Optional<MessagingProfile> find(UserId owner, ProfileId id) {
        return transactions.join(tx -> find(tx, owner, id));
    }

    @Override
    public Optional<MessagingProfile> byId(ProfileId id) {
        return transactions.join(
                tx -> tx.readOne(SELECT + " where p.id = ?1", id.value()).map(JpaProfiles::profile));
    }

    @Override
    public Optional<MessagingProfile> rename(UserId owner, ProfileId id, String name) {
        return transactions.join(tx -> {
            tx.change(
                    "update SmsProfile p set p.name = ?1, p.version = p.version + 1 where p.id = ?2 and p.owner = ?3",
                    name,
                    id.value(),
                    owner.value());
            return find(tx, owner, id);
        });
    }

    @Override
    public Optional<MessagingProfile> enable(UserId owner, ProfileId id, boolean enabled) {
        return transactions.join(tx -> {
            tx.change(
                    "update SmsProfile p set p.enabled = ?1, p.version = p.version + 1"
                            + " where p.id = ?2 and p.owner = ?3",
                    enabled,
                    id.value(),
                    owner.value());
            return find(tx, owner, id);
        });
    }

    private static Optional<MessagingProfile> find(Tx tx, UserId owner, ProfileId id) {
        return tx.readOne(SELECT + " where p.id = ?1 and p.owner = ?2", id.value(), owner.value())
                .map(JpaProfiles::profile);
    }

    private static MessagingProfile profile(Row row) {
        return new MessagingProfile(
                new ProfileId(row.number()),
                new UserId(row.text()),
                new AccountId(row.number()),
                row.text(),
                row.text(),
                row.flag(),
                uri(row.textOrNull()),
                uri(row.textOrNull()),
                SettingsText.read(row.text()),
                row.number(),
                row.instant());
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
