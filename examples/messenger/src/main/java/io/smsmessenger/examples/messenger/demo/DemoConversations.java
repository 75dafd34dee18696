package io.smsmessenger.examples.messenger.demo;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.examples.simulator.TelnyxSimulator;
import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays a few conversations by really texting, through carrier and webhook. Each step adds one message, so the number of
 * messages tells where an earlier run stopped, and a conversation that was played is never touched again.
 */
@Component
@Profile("demo")
class DemoConversations {
    private static final Logger LOG = LoggerFactory.getLogger(DemoConversations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UserMessenger alice;
    private final TelnyxSimulator carrier;
    private final Bell bell;

    DemoConversations(SmsMessenger messenger, TelnyxSimulator carrier, Bell bell) {
        this.alice = messenger.forUser(DemoUsers.ALICE);
        this.carrier = carrier;
        this.bell = bell;
    }

    @Order(1)
    @EventListener(ApplicationReadyEvent.class)
    void play() throws InterruptedException {
        // What the last run left under way comes in first, or it would be said twice.
        boolean complete = carrier.awaitIdle(PATIENCE);
        for (Script script : Script.ALL) {
            complete = complete && play(script);
        }
        if (!complete) {
            LOG.warn("The demo's conversations are not complete; the next start goes on with them.");
        }
    }

    private boolean play(Script script) throws InterruptedException {
        Optional<NumberAssignment> number = alice.numbers().list().stream()
                .filter(own -> own.number().value().equals(script.number()))
                .findFirst();
        if (number.isEmpty()) {
            return true;
        }
        PhoneNumber peer = PhoneNumber.of(script.peer());
        Conversation conversation = alice.conversations().open(number.get().id(), peer);
        int played = messages(conversation).size();
        if (played >= script.lines().size()) {
            return true;
        }
        if (script.name() != null && alice.contacts().byAddress(peer).isEmpty()) {
            alice.contacts().add(script.name(), peer, null);
        }
        for (int line = played; line < script.lines().size(); line++) {
            if (!say(script, line, conversation)) {
                return false;
            }
        }
        if (script.read()) {
            alice.conversations()
                    .markRead(conversation.id(), messages(conversation).get(0).id());
        }
        return true;
    }

    /** Says one line and waits until it has come to its end: arrived here, or on the handset. */
    private boolean say(Script script, int line, Conversation conversation) throws InterruptedException {
        Script.Line words = script.lines().get(line);
        if (words.byPeer()) {
            carrier.handset(script.peer()).text(script.number(), words.text());
        } else {
            alice.send(Draft.to(conversation.peer(), words.text())
                    .from(conversation.number())
                    .clientKey("demo-" + script.peer() + "-" + line));
        }
        return bell.await(
                () -> {
                    List<Message> all = messages(conversation);
                    return all.size() > line && all.get(0).status().isFinal();
                },
                PATIENCE);
    }

    /** The latest messages, newest first; as many as any script has lines. */
    private List<Message> messages(Conversation conversation) {
        return alice.messages().list(conversation.id(), PageRequest.first(10)).items();
    }
}
