package io.smsmessenger.examples.messenger.demo;

import io.smsmessenger.Operator;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProviderAccount;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives Alice her two numbers on one profile, before the first request can ask for them. Repeating it changes nothing. */
@Component
@Profile("demo")
class DemoNumbers implements SmartInitializingSingleton {
    static final String PROFILE = "40019d3a-6c1e-4b7e-9d55-5e0f6f1c2a10";
    static final String PROFILE_NAME = "Alice's profile";
    static final String SUPPORT = "+13035550142";
    static final String SALES = "+17205550160";

    private final SmsMessenger messenger;

    DemoNumbers(SmsMessenger messenger) {
        this.messenger = messenger;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Operator operator = messenger.operator();
        MessagingProfile profile = messenger.forUser(DemoUsers.ALICE).profiles().list().stream()
                .filter(known -> known.providerProfileId().equals(PROFILE))
                .findFirst()
                .orElseGet(() -> operator.addProfile(DemoUsers.ALICE, PROFILE, PROFILE_NAME));
        // The first becomes the default.
        assign(SUPPORT, "Support", profile);
        assign(SALES, "Sales", profile);
    }

    /** What was done to a number since its first assignment stays. */
    private void assign(String e164, String label, MessagingProfile profile) {
        PhoneNumber number = PhoneNumber.of(e164);
        Operator operator = messenger.operator();
        if (operator.ownerOf(number).isEmpty()) {
            operator.assign(ProviderAccount.DEFAULT, number, DemoUsers.ALICE, profile.id(), label);
        }
    }
}
