package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Conversation;
import io.smsmessenger.model.ConversationFilter;
import io.smsmessenger.model.ConversationState;
import io.smsmessenger.model.Direction;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.Keyword;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageEvent;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.model.SenderName;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.WebhookRequest;
import io.smsmessenger.receiving.WebhookAnswer;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.testing.FakeProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Receiving")
class ReceivingTest {
    private final Flow flow = new Flow();

    @Test
    @DisplayName("a reply lands in the conversation it answers, unread until it is read")
    void reply() {
        Message question = flow.alice.send(Draft.to(Flow.MARIA, "Is noon fine?"));
        flow.dispatch();
        flow.clock.advance(Duration.ofMinutes(1));
        assertThat(flow.texts(Flow.MARIA, Flow.LINE, "Ok thanks!")).isEqualTo(WebhookAnswer.STORED);

        Conversation conversation = flow.alice.conversations().get(question.conversationId());
        assertThat(conversation)
                .returns("Ok thanks!", Conversation::preview)
                .returns(1L, Conversation::unreadCount)
                .returns(Direction.INBOUND, Conversation::lastDirection);
        List<Message> messages =
                flow.alice.messages().list(conversation.id(), Flow.PAGE).items();
        assertThat(messages)
                .extracting(Message::status)
                .containsExactly(MessageStatus.RECEIVED, MessageStatus.ACCEPTED);

        Conversation read = flow.alice
                .conversations()
                .markRead(conversation.id(), messages.get(0).id());
        assertThat(read.unread()).isFalse();
        assertThat(flow.alice.conversations().unreadTotal()).isZero();
    }

    @Test
    @DisplayName("reading up to a message leaves what came in meanwhile unread")
    void readUpTo() {
        flow.texts(Flow.MARIA, Flow.LINE, "one");
        Conversation conversation =
                flow.alice.conversations().list(Flow.PAGE).items().get(0);
        Message seen =
                flow.alice.messages().list(conversation.id(), Flow.PAGE).items().get(0);
        flow.texts(Flow.MARIA, Flow.LINE, "two");
        assertThat(flow.alice
                        .conversations()
                        .markRead(conversation.id(), seen.id())
                        .unreadCount())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("an inbound text reopens a done conversation")
    void reopens() {
        flow.texts(Flow.MARIA, Flow.LINE, "one");
        Conversation conversation =
                flow.alice.conversations().list(Flow.PAGE).items().get(0);
        flow.alice.conversations().done(conversation.id());
        assertThat(flow.alice
                        .conversations()
                        .list(new ConversationFilter(null, ConversationState.OPEN, null), Flow.PAGE)
                        .items())
                .isEmpty();
        flow.texts(Flow.MARIA, Flow.LINE, "two");
        assertThat(flow.alice.conversations().get(conversation.id()).state()).isEqualTo(ConversationState.OPEN);
    }

    @Test
    @DisplayName("the same event again changes nothing, and is answered the same")
    void duplicate() {
        ProviderEvent.InboundText text = inbound();
        for (int i = 0; i < 5; i++) {
            assertThat(flow.tell(text)).isEqualTo(WebhookAnswer.STORED);
        }
        assertThat(flow.alice.conversations().unreadTotal()).isEqualTo(1);
        assertThat(flow.heard)
                .filteredOn(SmsEvent.MessageReceived.class::isInstance)
                .hasSize(1);
    }

    @Test
    @DisplayName("a text for a number that nobody owns is kept for the operator and shown to no user")
    void unowned() {
        assertThat(flow.texts(Flow.MARIA, Flow.SECOND_LINE, "Anybody there?")).isEqualTo(WebhookAnswer.STORED);
        assertThat(flow.messenger
                        .operator()
                        .kept(Disposition.QUARANTINED, Flow.PAGE)
                        .items())
                .hasSize(1);
        assertThat(flow.heard).isEmpty();
        assertThat(flow.alice.conversations().list(Flow.PAGE).items()).isEmpty();
    }

    @Test
    @DisplayName("a name can text, and cannot be answered")
    void names() {
        flow.texts(new SenderName("MYBANK"), Flow.LINE, "Your code is 123");
        Conversation conversation =
                flow.alice.conversations().list(Flow.PAGE).items().get(0);
        assertThat(conversation.peer().answerable()).isFalse();
    }

    @Test
    @DisplayName("STOP closes, START opens again, and both show in the conversation")
    void stopAndStart() {
        flow.texts(Flow.MARIA, Flow.LINE, " Stop. ");
        assertThat(flow.alice.check(Draft.to(Flow.MARIA, "x")).allowed()).isFalse();
        flow.texts(Flow.MARIA, Flow.LINE, "please don't stop");
        assertThat(flow.alice.check(Draft.to(Flow.MARIA, "x")).allowed()).isFalse();
        flow.texts(Flow.MARIA, Flow.LINE, "start", Keyword.START);
        assertThat(flow.alice.check(Draft.to(Flow.MARIA, "x")).allowed()).isTrue();
        assertThat(flow.heard)
                .filteredOn(SmsEvent.OptOutChanged.class::isInstance)
                .hasSize(2);
        assertThat(flow.alice.conversations().unreadTotal()).isEqualTo(3);
    }

    @Test
    @DisplayName("a webhook that cannot be trusted stores nothing")
    void untrusted() {
        WebhookRequest forged = new WebhookRequest(Map.of(), "forged".getBytes(StandardCharsets.UTF_8));
        assertThat(flow.messenger.webhooks().receive(forged)).isEqualTo(WebhookAnswer.REFUSED);
        assertThat(flow.heard).isEmpty();
    }

    @Test
    @DisplayName("receipts move a message forward only, and are all in its history")
    void receipts() {
        Message message = flow.alice.send(Draft.to(Flow.MARIA, "Hello"));
        flow.dispatch();
        flow.receipt(FakeProvider.id(1), MessageStatus.DELIVERED);
        flow.receipt(FakeProvider.id(1), MessageStatus.SENT);
        flow.receipt(FakeProvider.id(1), MessageStatus.UNDELIVERED);
        flow.receipt(FakeProvider.id(1), null, null);
        assertThat(flow.alice.messages().get(message.id()).status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(flow.alice.messages().history(message.id()))
                .filteredOn(event -> event.source() == MessageEvent.Source.PROVIDER)
                .extracting(MessageEvent::status, MessageEvent::applied)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(MessageStatus.DELIVERED, true),
                        org.assertj.core.groups.Tuple.tuple(MessageStatus.SENT, false),
                        org.assertj.core.groups.Tuple.tuple(MessageStatus.UNDELIVERED, false));
    }

    @Test
    @DisplayName("a listener can reply as the owner, and one that fails hurts nobody")
    void listeners() {
        SmsMessenger withBot = SmsMessenger.builder()
                .store(flow.store)
                .provider(flow.carrier)
                .clock(flow.clock)
                .listener((event, owner) -> {
                    throw new IllegalStateException("a listener's own trouble");
                })
                .listener((event, owner) -> {
                    if (event instanceof SmsEvent.MessageReceived received) {
                        owner.reply(received.message().conversationId(), "Thanks!");
                    }
                })
                .build();
        assertThat(withBot.webhooks().receive(flow.carrier.webhook(inbound()))).isEqualTo(WebhookAnswer.STORED);
        withBot.dispatcher().runOnce();
        assertThat(flow.carrier.sent())
                .singleElement()
                .returns("Thanks!", sms -> sms.content().text());
    }

    private ProviderEvent.InboundText inbound() {
        return new ProviderEvent.InboundText(
                "in-twice",
                "message.received",
                flow.clock.instant(),
                new io.smsmessenger.model.ProviderMessageId("inbound-twice"),
                Flow.MARIA,
                Flow.LINE,
                io.smsmessenger.model.Content.text("Hi"),
                List.of(),
                List.of(),
                flow.clock.instant(),
                null,
                null,
                io.smsmessenger.model.Billing.none());
    }
}
