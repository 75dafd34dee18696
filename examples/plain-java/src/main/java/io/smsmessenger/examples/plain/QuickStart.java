package io.smsmessenger.examples.plain;

import io.smsmessenger.SmsListener;
import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.memory.InMemorySmsStore;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.MessagingProfile;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.SmsProvider;
import java.net.URI;

/** The library in one box; the README shows it as it stands here. */
final class QuickStart {
    private QuickStart() {}

    static SmsMessenger run(SmsProvider telnyx, URI webhookUrl, String telnyxProfileId, SmsListener listener) {
        // tag::readme[]
        SmsMessenger messenger = SmsMessenger.builder()
                .provider(telnyx) // TelnyxProvider.fromEnvironment()
                .store(new InMemorySmsStore()) // or JpaSmsStore, in your own database
                .publicWebhookUrl(webhookUrl)
                .listener(listener)
                .build()
                .start();

        MessagingProfile shop = messenger.operator().addProfile(UserId.of("ann"), telnyxProfileId, "Shop");
        messenger.operator().assign(PhoneNumber.of("+13035550142"), UserId.of("ann"), shop.id());

        UserMessenger ann = messenger.forUser(UserId.of("ann"));
        ann.send(Draft.to(PhoneNumber.of("+12025550123"), "Your order is ready."));
        for (Conversation each : ann.conversations().list(PageRequest.first(20)).items()) {
            System.out.println(each.peer().value() + ": " + each.unreadCount() + " unread");
        }
        // end::readme[]
        return messenger;
    }
}
