package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.ProfileStore.NewProfile;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link io.smsmessenger.store.ProfileStore} keeps. */
public abstract class ProfileStoreContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private final UserId bob = user("bob");
    private final String providerId = UUID.randomUUID().toString();

    @Test
    @DisplayName("All that a profile starts with comes back")
    void roundTrip() {
        Map<String, String> settings = Map.of("mms_fall_back_to_sms", "true", "number_pool", "{\"geomatch\":\"é\"}");
        MessagingProfile made = store().profiles()
                .add(new NewProfile(
                        ann,
                        account(),
                        providerId,
                        "Vertrieb \uD83D\uDCDE",
                        false,
                        URI.create("https://host.example/hook"),
                        URI.create("https://other.example/hook"),
                        settings,
                        now));

        MessagingProfile found = store().profiles().find(ann, made.id()).orElseThrow();
        assertThat(found).isEqualTo(made);
        assertThat(found.owner()).isEqualTo(ann);
        assertThat(found.accountId()).isEqualTo(account());
        assertThat(found.providerProfileId()).isEqualTo(providerId);
        assertThat(found.name()).isEqualTo("Vertrieb \uD83D\uDCDE");
        assertThat(found.enabled()).isFalse();
        assertThat(found.webhookUrl()).isEqualTo(URI.create("https://host.example/hook"));
        assertThat(found.webhookFailoverUrl()).isEqualTo(URI.create("https://other.example/hook"));
        assertThat(found.settings()).isEqualTo(settings);
        assertThat(found.createdAt()).isEqualTo(now);
    }

    @Test
    @DisplayName("Adding it again changes nothing and answers the first")
    void addedTwice() {
        MessagingProfile first = store().profiles().add(newProfile(ann, providerId, "First"));

        assertThat(store().profiles().add(newProfile(ann, providerId, "Second")))
                .isEqualTo(first);
        assertThat(store().profiles().ownedBy(ann)).containsExactly(first);
    }

    @Test
    @DisplayName("Another's profile cannot be added, and is not told from one that is missing")
    void anothers() {
        MessagingProfile annas = store().profiles().add(newProfile(ann, providerId, "First"));

        assertRefused(Problem.NOT_FOUND, () -> store().profiles().add(newProfile(bob, providerId, "Mine")));
        assertThat(store().profiles().ownedBy(bob)).isEmpty();
        assertThat(store().profiles().find(ann, annas.id())).contains(annas);
    }

    @Test
    @DisplayName("The same provider's id in another account is another profile")
    void perAccount() {
        MessagingProfile first = store().profiles().add(newProfile(ann, providerId, "First"));
        NewProfile elsewhere =
                new NewProfile(bob, anotherAccount(), providerId, "Elsewhere", true, null, null, Map.of(), yesterday());

        assertThat(store().profiles().add(elsewhere).id()).isNotEqualTo(first.id());
    }

    @Test
    @DisplayName("A user's profiles are listed by name, then in the order they were made")
    void listed() {
        MessagingProfile beta = store().profiles().add(newProfile(ann, providerId + "1", "beta"));
        MessagingProfile alpha = store().profiles().add(newProfile(ann, providerId + "2", "alpha"));
        MessagingProfile second = store().profiles().add(newProfile(ann, providerId + "3", "alpha"));
        store().profiles().add(newProfile(bob, providerId + "4", "alpha"));

        assertThat(store().profiles().ownedBy(ann)).containsExactly(alpha, second, beta);
    }

    @Test
    @DisplayName("The sending path finds a profile whoever owns it")
    void byId() {
        MessagingProfile profile = profile(ann);
        assertThat(store().profiles().byId(profile.id())).contains(profile);
    }

    @Test
    @DisplayName("Renaming changes the name alone and raises the version")
    void renamed() {
        MessagingProfile profile = profile(ann);
        MessagingProfile renamed =
                store().profiles().rename(ann, profile.id(), "Support").orElseThrow();

        assertThat(renamed.name()).isEqualTo("Support");
        assertThat(renamed.version()).isGreaterThan(profile.version());
        assertThat(renamed.enabled()).isTrue();
        assertThat(store().profiles().find(ann, profile.id())).contains(renamed);
    }

    @Test
    @DisplayName("A profile can be switched off and on again")
    void switchedOffAndOn() {
        MessagingProfile profile = profile(ann);
        MessagingProfile off =
                store().profiles().enable(ann, profile.id(), false).orElseThrow();
        assertThat(off.enabled()).isFalse();
        assertThat(off.version()).isGreaterThan(profile.version());
        assertThat(store().profiles().byId(profile.id())).contains(off);

        assertThat(store().profiles()
                        .enable(ann, profile.id(), true)
                        .orElseThrow()
                        .enabled())
                .isTrue();
        assertThat(store().profiles().find(ann, profile.id()).orElseThrow().enabled())
                .isTrue();
    }
}
