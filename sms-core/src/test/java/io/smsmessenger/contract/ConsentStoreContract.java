package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.NumberId;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.SenderName;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link io.smsmessenger.store.ConsentStore} keeps. */
public abstract class ConsentStoreContract extends StoreContractBase {
    private final Address peer = number();
    private final long anyId = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private final ConsentScope owner = ConsentScope.of(user("ann"));
    private final ConsentScope profile = ConsentScope.of(new ProfileId(anyId));
    private final ConsentScope number = ConsentScope.of(new NumberId(anyId));
    private final List<ConsentScope> all = List.of(number, profile, owner, ConsentScope.everything());

    @Nested
    @DisplayName("An opt-out")
    class OptingOut {
        @Test
        @DisplayName("is found with who, why and since when")
        void found() {
            assertThat(store().consents().find(all, peer)).isEmpty();
            assertThat(store().consents().optOut(profile, peer, OptOut.Source.PERSON, now))
                    .isTrue();
            assertThat(store().consents().find(all, peer))
                    .contains(new OptOut(profile, peer, OptOut.Source.PERSON, now));
        }

        @Test
        @DisplayName("keeps its first source and time")
        void firstStays() {
            store().consents().optOut(profile, peer, OptOut.Source.PROVIDER, now);
            assertThat(store().consents().optOut(profile, peer, OptOut.Source.PERSON, in(5)))
                    .isFalse();
            assertThat(store().consents().find(all, peer))
                    .contains(new OptOut(profile, peer, OptOut.Source.PROVIDER, now));
        }

        @Test
        @DisplayName("reaches as far as its scope: the widest one asked about is answered")
        void widest() {
            store().consents().optOut(number, peer, OptOut.Source.KEYWORD, now);
            store().consents().optOut(owner, peer, OptOut.Source.KEYWORD, now);
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, now);

            assertThat(store().consents().find(all, peer).orElseThrow().scope()).isEqualTo(owner);
            assertThat(store().consents()
                            .find(List.of(number, profile), peer)
                            .orElseThrow()
                            .scope())
                    .isEqualTo(profile);
            assertThat(store().consents()
                            .find(List.of(number), peer)
                            .orElseThrow()
                            .scope())
                    .isEqualTo(number);
        }

        @Test
        @DisplayName("from everything reaches everybody's texts")
        void everything() {
            store().consents().optOut(ConsentScope.everything(), peer, OptOut.Source.PERSON, now);
            assertThat(store().consents().find(all, peer).orElseThrow().scope()).isEqualTo(ConsentScope.everything());
        }

        @Test
        @DisplayName("reaches no other scope and no other peer")
        void elsewhere() {
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, now);
            assertThat(store().consents().find(List.of(number, owner, ConsentScope.everything()), peer))
                    .isEmpty();
            assertThat(store().consents().find(all, number())).isEmpty();
            assertThat(store().consents().find(List.of(), peer)).isEmpty();
        }

        @Test
        @DisplayName("takes user ids and names of senders to the letter")
        void exact() {
            ConsentScope upper = ConsentScope.of(user("ANN"));
            store().consents().optOut(owner, new SenderName("BANK"), OptOut.Source.PERSON, now);
            assertThat(store().consents().find(List.of(upper), new SenderName("BANK")))
                    .isEmpty();
            assertThat(store().consents().find(List.of(owner), new SenderName("Bank")))
                    .isEmpty();
            assertThat(store().consents().optOut(upper, new SenderName("BANK"), OptOut.Source.PERSON, now))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("An opt-in")
    class OptingIn {
        @ParameterizedTest(name = "{1} lifts {0}: {2}")
        @CsvSource({
            "KEYWORD, KEYWORD, true",
            "PROVIDER, KEYWORD, true",
            "PERSON, KEYWORD, false",
            "KEYWORD, PERSON, true",
            "PROVIDER, PERSON, true",
            "PERSON, PERSON, true"
        })
        @DisplayName("by keyword lifts only what a keyword or the provider closed")
        void lifts(OptOut.Source closed, OptOut.Source opened, boolean lifted) {
            store().consents().optOut(profile, peer, closed, now);
            assertThat(store().consents().optIn(profile, peer, opened, in(1))).isEqualTo(lifted);
            assertThat(store().consents().find(all, peer).isPresent()).isEqualTo(!lifted);
        }

        @Test
        @DisplayName("changes nothing for who never opted out, or is in already")
        void nothing() {
            assertThat(store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, now))
                    .isFalse();
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, now);
            store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, now);
            assertThat(store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, now))
                    .isFalse();
        }

        @Test
        @DisplayName("opens its own scope alone")
        void ownScope() {
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, now);
            store().consents().optOut(owner, peer, OptOut.Source.KEYWORD, now);
            store().consents().optIn(owner, peer, OptOut.Source.KEYWORD, now);
            assertThat(store().consents().find(all, peer).orElseThrow().scope()).isEqualTo(profile);
        }

        @Test
        @DisplayName("lets a later opt-out begin anew")
        void anew() {
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, now);
            store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, in(1));
            assertThat(store().consents().optOut(profile, peer, OptOut.Source.PERSON, in(2)))
                    .isTrue();
            assertThat(store().consents().find(all, peer))
                    .contains(new OptOut(profile, peer, OptOut.Source.PERSON, in(2)));
        }
    }

    @Nested
    @DisplayName("A wish that comes late")
    class OutOfOrder {
        @ParameterizedTest
        @EnumSource(names = {"KEYWORD", "PROVIDER"})
        @DisplayName("does not opt in who opted out after it")
        void lateOptIn(OptOut.Source source) {
            store().consents().optOut(profile, peer, source, in(1));
            assertThat(store().consents().optIn(profile, peer, source, now)).isFalse();
            assertThat(store().consents().find(all, peer)).contains(new OptOut(profile, peer, source, in(1)));
        }

        @ParameterizedTest
        @EnumSource(names = {"KEYWORD", "PROVIDER"})
        @DisplayName("does not opt out who opted in after it")
        void lateOptOut(OptOut.Source source) {
            store().consents().optOut(profile, peer, source, now);
            store().consents().optIn(profile, peer, source, in(2));
            assertThat(store().consents().optOut(profile, peer, source, in(1))).isFalse();
            assertThat(store().consents().find(all, peer)).isEmpty();
        }

        @Test
        @DisplayName("loses to an opt-in that had nothing to lift yet")
        void optInFirst() {
            store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, in(2));
            assertThat(store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, in(1)))
                    .isFalse();
            assertThat(store().consents().find(all, peer)).isEmpty();
        }

        @Test
        @DisplayName("loses to an opt-out that was repeated after it")
        void repeated() {
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, now);
            store().consents().optOut(profile, peer, OptOut.Source.KEYWORD, in(2));
            assertThat(store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, in(1)))
                    .isFalse();
            assertThat(store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, in(3)))
                    .isTrue();
        }

        @Test
        @DisplayName("counts when it is a person's")
        void persons() {
            store().consents().optIn(profile, peer, OptOut.Source.KEYWORD, in(2));
            assertThat(store().consents().optOut(profile, peer, OptOut.Source.PERSON, in(1)))
                    .isTrue();
            assertThat(store().consents().optIn(profile, peer, OptOut.Source.PERSON, now))
                    .isTrue();
        }
    }
}
