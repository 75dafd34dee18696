package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.NumberStore.NewAssignment;
import io.smsmessenger.store.ProfileStore.NewProfile;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link io.smsmessenger.store.NumberStore} keeps. */
public abstract class NumberStoreContract extends StoreContractBase {
    private final UserId ann = user("ann");
    private final UserId bob = user("bob");
    private final PhoneNumber number = number();

    @Nested
    @DisplayName("Assigning a number")
    class Assigning {
        @Test
        @DisplayName("keeps all that it starts with")
        void roundTrip() {
            ProfileId profile = profile(ann).id();
            NumberAssignment made = store().numbers()
                    .assign(new NewAssignment(number, ann, account(), "pn-17", "Front desk", profile, now));

            NumberAssignment found = store().numbers().find(ann, made.id()).orElseThrow();
            assertThat(found).isEqualTo(made);
            assertThat(found.number()).isEqualTo(number);
            assertThat(found.owner()).isEqualTo(ann);
            assertThat(found.accountId()).isEqualTo(account());
            assertThat(found.providerNumberId()).isEqualTo("pn-17");
            assertThat(found.label()).isEqualTo("Front desk");
            assertThat(found.isDefault()).isTrue();
            assertThat(found.profileId()).isEqualTo(profile);
            assertThat(found.profileSince()).isEqualTo(now);
            assertThat(found.from()).isEqualTo(now);
            assertThat(found.until()).isNull();
        }

        @Test
        @DisplayName("is possible without a profile")
        void withoutProfile() {
            NumberAssignment made = assign(ann, number, null, now);
            assertThat(made.profileId()).isNull();
            assertThat(made.profileSince()).isNull();
        }

        @Test
        @DisplayName("again by its owner changes nothing")
        void again() {
            NumberAssignment first = assign(ann, number, profile(ann).id(), yesterday());
            assertThat(assign(ann, number, first.profileId(), now)).isEqualTo(first);
            assertThat(store().numbers().ownedBy(ann)).containsExactly(first);
        }

        @Test
        @DisplayName("is refused while another owns it")
        void taken() {
            NumberAssignment annas = assign(ann, number, null, yesterday());
            assertRefused(Problem.NUMBER_TAKEN, () -> assign(bob, number, null, now));
            assertThat(store().numbers().ownedBy(bob)).isEmpty();
            assertThat(store().numbers().ownedBy(ann)).containsExactly(annas);
        }

        @Test
        @DisplayName("is refused on a profile that does not exist")
        void missingProfile() {
            assertRefused(Problem.NOT_FOUND, () -> assign(ann, number, new ProfileId(Long.MAX_VALUE), now));
            assertThat(store().numbers().ownedBy(ann)).isEmpty();
            assertThat(store().numbers().ownedAt(number, now)).isEmpty();
        }

        @Test
        @DisplayName("makes the first open one the default, and no later one")
        void firstIsDefault() {
            assertThat(assign(ann, number(), null, now).isDefault()).isTrue();
            assertThat(assign(ann, number(), null, now).isDefault()).isFalse();
            assertThat(assign(bob, number(), null, now).isDefault()).isTrue();
        }

        @Test
        @DisplayName("leaves the choice to who has others and no default")
        void noDefault() {
            NumberAssignment first = assign(ann, number(), null, yesterday());
            assign(ann, number(), null, yesterday());
            store().numbers().release(first.number(), now);
            assertThat(assign(ann, number(), null, now).isDefault()).isFalse();
        }

        @Test
        @DisplayName("put on the profile that it is on stays there since then")
        void sameProfile() {
            NumberAssignment line = assign(ann, number, profile(ann).id(), now);
            assertThat(store().numbers().putOnProfile(ann, line.id(), line.profileId(), in(60)))
                    .contains(line);
            assertThat(store().numbers().find(ann, line.id())).contains(line);
        }
    }

    @Nested
    @DisplayName("Ownership of a number")
    class Ownership {
        @Test
        @DisplayName("is an interval that holds its start and not its end")
        void interval() {
            assign(ann, number, null, yesterday());
            NumberAssignment closed = store().numbers().release(number, now).orElseThrow();

            assertThat(closed.until()).isEqualTo(now);
            assertThat(closed.open()).isFalse();
            assertThat(store().numbers().ownedAt(number, yesterday().minusNanos(1000)))
                    .isEmpty();
            assertThat(store().numbers().ownedAt(number, yesterday())).contains(closed);
            assertThat(store().numbers().ownedAt(number, now.minusNanos(1000))).contains(closed);
            assertThat(store().numbers().ownedAt(number, now)).isEmpty();
        }

        @Test
        @DisplayName("stays open until it is ended")
        void open() {
            NumberAssignment annas = assign(ann, number, null, yesterday());
            assertThat(store().numbers().ownedAt(number, in(1_000_000))).contains(annas);
        }

        @Test
        @DisplayName("passes from one user to the next at one moment")
        void handOver() {
            assign(ann, number, null, yesterday());
            NumberAssignment annas = store().numbers().release(number, now).orElseThrow();
            NumberAssignment bobs = assign(bob, number, null, now);

            assertThat(bobs.id()).isNotEqualTo(annas.id());
            assertThat(store().numbers().ownedAt(number, now.minusNanos(1000))).contains(annas);
            assertThat(store().numbers().ownedAt(number, now)).contains(bobs);
            assertThat(store().numbers().ownedBy(ann)).isEmpty();
            assertThat(store().numbers().ownedBy(bob)).containsExactly(bobs);
            assertThat(store().numbers().find(ann, annas.id())).contains(annas);
        }

        @Test
        @DisplayName("that comes back to a user is a new interval")
        void comesBack() {
            NumberAssignment first = assign(ann, number, null, yesterday());
            store().numbers().release(number, now);
            NumberAssignment second = assign(ann, number, null, in(10));

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(store().numbers().ownedAt(number, in(5))).isEmpty();
            assertThat(store().numbers().ownedBy(ann)).containsExactly(second);
        }

        @Test
        @DisplayName("never overlaps, whatever the clocks of two nodes say")
        void clocks() {
            assign(ann, number, null, now);
            NumberAssignment annas = store().numbers().release(number, in(-60)).orElseThrow();
            assertThat(annas.until()).isEqualTo(now);
            NumberAssignment bobs = assign(bob, number, profile(bob).id(), in(-30));
            assertThat(bobs.from()).isEqualTo(now);
            assertThat(bobs.profileSince()).isEqualTo(now);
            store().numbers().release(number, in(60));
            NumberAssignment annasAgain = assign(ann, number, null, in(30));

            assertThat(annasAgain.from()).isEqualTo(in(60));
            assertThat(store().numbers().ownedAt(number, in(-10))).isEmpty();
            assertThat(store().numbers().ownedAt(number, in(40)).map(NumberAssignment::id))
                    .contains(bobs.id());
            assertThat(store().numbers().ownedAt(number, in(60))).contains(annasAgain);
        }

        @Test
        @DisplayName("that nobody has cannot be ended")
        void nobodys() {
            assertThat(store().numbers().release(number, now)).isEmpty();
            assign(ann, number, null, yesterday());
            Instant ended = now;
            store().numbers().release(number, ended);

            assertThat(store().numbers().release(number, in(60))).isEmpty();
            assertThat(store().numbers().ownedAt(number, ended)).isEmpty();
        }
    }

    @Nested
    @DisplayName("A user")
    class OfAUser {
        @Test
        @DisplayName("sees the default first, then in the order they were made")
        void listed() {
            NumberAssignment one = assign(ann, number(), null, now);
            NumberAssignment two = assign(ann, number(), null, now);
            NumberAssignment three = assign(ann, number(), null, now);
            store().numbers().makeDefault(ann, three.id());

            assertThat(store().numbers().ownedBy(ann))
                    .extracting(NumberAssignment::id)
                    .containsExactly(three.id(), one.id(), two.id());
        }

        @Test
        @DisplayName("has one default")
        void oneDefault() {
            NumberAssignment one = assign(ann, number(), null, now);
            NumberAssignment two = assign(ann, number(), null, now);

            NumberAssignment chosen =
                    store().numbers().makeDefault(ann, two.id()).orElseThrow();
            assertThat(chosen.isDefault()).isTrue();
            assertThat(store().numbers().find(ann, one.id()).orElseThrow().isDefault())
                    .isFalse();
            assertThat(store().numbers().makeDefault(ann, two.id())).contains(chosen);
        }

        @Test
        @DisplayName("names a number, and takes the name away")
        void label() {
            NumberAssignment line = assign(ann, number, null, now);
            assertThat(store().numbers()
                            .label(ann, line.id(), "Läden \uD83C\uDFEA")
                            .orElseThrow()
                            .label())
                    .isEqualTo("Läden \uD83C\uDFEA");
            assertThat(store().numbers()
                            .label(ann, line.id(), null)
                            .orElseThrow()
                            .label())
                    .isNull();
            assertThat(store().numbers().find(ann, line.id())).contains(line);
        }

        @Test
        @DisplayName("changes nothing about a number given up")
        void closed() {
            NumberAssignment line = assign(ann, number, null, yesterday());
            store().numbers().release(number, now);
            NumberAssignment closed = store().numbers().find(ann, line.id()).orElseThrow();

            assertThat(store().numbers().label(ann, line.id(), "Old")).isEmpty();
            assertThat(store().numbers().makeDefault(ann, line.id())).isEmpty();
            assertThat(store().numbers()
                            .putOnProfile(ann, line.id(), profile(ann).id(), now))
                    .isEmpty();
            assertThat(store().numbers().find(ann, line.id())).contains(closed);
        }
    }

    @Nested
    @DisplayName("The profile of a number")
    class OnAProfile {
        private final NumberAssignment line = assign(ann, number, null, yesterday());

        @Test
        @DisplayName("changes in the same interval, with the time it joined")
        void moved() {
            MessagingProfile profile = profile(ann);
            NumberAssignment moved = store().numbers()
                    .putOnProfile(ann, line.id(), profile.id(), now)
                    .orElseThrow();

            assertThat(moved.id()).isEqualTo(line.id());
            assertThat(moved.from()).isEqualTo(line.from());
            assertThat(moved.profileId()).isEqualTo(profile.id());
            assertThat(moved.profileSince()).isEqualTo(now);
            assertThat(store().numbers().find(ann, line.id())).contains(moved);
        }

        @Test
        @DisplayName("can be taken away")
        void none() {
            store().numbers().putOnProfile(ann, line.id(), profile(ann).id(), now);
            NumberAssignment off =
                    store().numbers().putOnProfile(ann, line.id(), null, in(1)).orElseThrow();
            assertThat(off.profileId()).isNull();
            assertThat(off.profileSince()).isNull();
        }

        @Test
        @DisplayName("must exist, and in the number's account")
        void missing() {
            ProfileId missing = new ProfileId(Long.MAX_VALUE);
            ProfileId elsewhere = store().profiles()
                    .add(new NewProfile(
                            ann, anotherAccount(), "p", "Elsewhere", true, null, null, Map.of(), yesterday()))
                    .id();

            for (ProfileId wrong : new ProfileId[] {missing, elsewhere}) {
                assertRefused(Problem.NOT_FOUND, () -> store().numbers().putOnProfile(ann, line.id(), wrong, now));
            }
            assertThat(store().numbers().find(ann, line.id())).contains(line);
        }
    }
}
