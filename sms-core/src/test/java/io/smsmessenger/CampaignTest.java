package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignDraft;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignRecipient;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.SmsEvent;
import io.smsmessenger.provider.OutboundSms;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A campaign")
class CampaignTest {
    private final Flow flow = new Flow();
    private final Campaigns campaigns = flow.alice.campaigns();

    /** So many people with numbers of their own. */
    static List<Recipient> people(int count) {
        List<Recipient> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new Recipient("+1202555" + (1000 + i), Map.of("name", "Person " + i)));
        }
        return people;
    }

    private Campaign started(String text, List<Recipient> to) {
        Campaign campaign = campaigns.create("News", text);
        campaigns.add(campaign.id(), to);
        return campaigns.start(campaign.id());
    }

    /** A look of the dispatcher's, some time after the last. */
    private void dispatch() {
        flow.clock.advance(Duration.ofSeconds(5));
        flow.dispatch();
    }

    private List<String> texted() {
        return flow.carrier.sent().stream().map(sms -> sms.to().value()).toList();
    }

    private Campaign reload(Campaign campaign) {
        return campaigns.get(campaign.id());
    }

    @Test
    @DisplayName("texts each recipient once, in words of their own, and is finished then")
    void all() {
        Campaign campaign = started("Hi {{name}}!", people(3));
        dispatch();

        assertThat(flow.carrier.sent())
                .extracting(OutboundSms::content)
                .extracting(content -> content.text())
                .containsExactly("Hi Person 0!", "Hi Person 1!", "Hi Person 2!");
        assertThat(campaigns.progress(campaign.id()))
                .isEqualTo(new CampaignProgress(3, 0, 0, Map.of(MessageStatus.ACCEPTED, 3L)));
        dispatch();
        dispatch();
        assertThat(reload(campaign).state()).isEqualTo(CampaignState.FINISHED);
        assertThat(flow.carrier.sent()).hasSize(3);
        assertThat(flow.alice.conversations().list(Flow.PAGE).items()).hasSize(3);
    }

    @Test
    @DisplayName("tells of each move after it was made")
    void told() {
        Campaign campaign = started("Hi", people(1));
        campaigns.pause(campaign.id());
        campaigns.resume(campaign.id());
        dispatch();
        dispatch();
        assertThat(flow.heard)
                .filteredOn(SmsEvent.CampaignChanged.class::isInstance)
                .extracting(
                        event -> ((SmsEvent.CampaignChanged) event).campaign().state())
                .containsExactly(
                        CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.RUNNING, CampaignState.FINISHED);
    }

    @Test
    @DisplayName("refuses those who cannot be texted, each alone and with a reason, and texts the others")
    void failsAlone() {
        PhoneNumber gone = PhoneNumber.of("+12025550177");
        flow.texts(gone, Flow.LINE, "STOP");
        Campaign campaign = started(
                "Hi {{name}}",
                List.of(
                        new Recipient("+12025551000", Map.of("name", "A")),
                        new Recipient("call me", Map.of("name", "B")),
                        new Recipient("+12025551001", Map.of("nom", "C")),
                        new Recipient(gone.value(), Map.of("name", "D")),
                        new Recipient("+12025551002", Map.of("name", "x".repeat(3000))),
                        new Recipient("+12025551003", Map.of("name", "F"))));
        dispatch();

        assertThat(texted()).containsExactly("+12025551000", "+12025551003");
        assertThat(campaigns.recipients(campaign.id(), Flow.PAGE).items())
                .extracting(CampaignRecipient::problem)
                .containsExactly(
                        null,
                        Problem.INVALID_ADDRESS,
                        Problem.INVALID_TEMPLATE,
                        Problem.RECIPIENT_OPTED_OUT,
                        Problem.MESSAGE_TOO_LONG,
                        null);
        assertThat(campaigns.recipients(campaign.id(), Flow.PAGE).items().get(2).detail())
                .contains("{{name}}");
        assertThat(campaigns.progress(campaign.id()).refused()).isEqualTo(4);
        dispatch();
        assertThat(reload(campaign).state()).isEqualTo(CampaignState.FINISHED);
    }

    @Test
    @DisplayName("goes once to a number that is in its lists more than once, however it is spelt")
    void duplicates() {
        Campaign campaign = campaigns.create("News", "Hi");
        int added = campaigns.add(
                campaign.id(),
                List.of(
                        Recipient.to(Flow.MARIA),
                        Recipient.to(Flow.MARIA),
                        new Recipient("+1 (202) 555-0123 ", Map.of())));
        assertThat(added).isEqualTo(1);
        assertThat(campaigns.add(campaign.id(), List.of(Recipient.to(Flow.MARIA))))
                .isZero();
        campaigns.start(campaign.id());
        dispatch();
        assertThat(texted()).containsExactly(Flow.MARIA.value());
    }

    @Test
    @DisplayName("takes recipients of any number, thousands a call")
    void thousands() {
        Campaign campaign = campaigns.create("News", "Hi");
        assertThat(campaigns.add(campaign.id(), people(8000))).isEqualTo(8000);
        assertThat(campaigns.progress(campaign.id()).recipients()).isEqualTo(8000);
    }

    @Test
    @DisplayName("starts at its time, in its zone")
    void scheduled() {
        Campaign campaign = campaigns.create(
                CampaignDraft.of("News", "Hi").sendAt(LocalDateTime.of(2026, 3, 1, 12, 0), ZoneId.of("Europe/Vienna")));
        assertThat(campaign.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        campaigns.add(campaign.id(), people(2));
        campaigns.start(campaign.id());
        dispatch();
        assertThat(texted()).isEmpty();
        assertThat(reload(campaign).state()).isEqualTo(CampaignState.RUNNING);

        flow.clock.advance(Duration.ofMinutes(59));
        dispatch();
        assertThat(texted()).isEmpty();
        flow.clock.advance(Duration.ofMinutes(1));
        dispatch();
        assertThat(texted()).hasSize(2);
    }

    @Test
    @DisplayName("sends nothing after its last moment, whatever waits")
    void validUntil() {
        Campaign campaign = campaigns.create(
                CampaignDraft.of("News", "Hi").validUntil(flow.clock.instant().plusSeconds(3600)));
        campaigns.add(campaign.id(), people(2));
        campaigns.start(campaign.id());
        campaigns.pause(campaign.id());
        flow.clock.advance(Duration.ofHours(1));
        campaigns.resume(campaign.id());
        dispatch();
        dispatch();
        assertThat(texted()).isEmpty();
        CampaignProgress progress = campaigns.progress(campaign.id());
        assertThat(progress.refused() + progress.messages().getOrDefault(MessageStatus.EXPIRED, 0L))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("that lives longer than single texts do sends up to its last moment")
    void longLife() {
        Campaign campaign = campaigns.create(
                CampaignDraft.of("News", "Hi").validUntil(flow.clock.instant().plus(Duration.ofDays(30))));
        campaigns.add(campaign.id(), people(1));
        campaigns.start(campaign.id());
        flow.messenger.dispatcher().runOnce();
        assertThat(texted()).hasSize(1);
    }

    @Test
    @DisplayName("leaves from the number it names")
    void sender() {
        flow.messenger.operator().assign(Flow.SECOND_LINE, flow.alice.owner(), flow.profile.id());
        Campaign campaign = campaigns.create(CampaignDraft.of("News", "Hi").from(Flow.SECOND_LINE));
        campaigns.add(campaign.id(), people(1));
        campaigns.start(campaign.id());
        dispatch();
        assertThat(flow.carrier.sent()).extracting(OutboundSms::from).containsExactly(Flow.SECOND_LINE);
    }

    @Test
    @DisplayName("lists its recipients page by page")
    void paged() {
        Campaign campaign = started("Hi {{name}}", people(5));
        var first = campaigns.recipients(campaign.id(), PageRequest.first(3));
        var second = campaigns.recipients(
                campaign.id(), PageRequest.first(3).after(first.next().orElseThrow()));
        assertThat(first.items()).hasSize(3);
        assertThat(second.items())
                .extracting(CampaignRecipient::recipient)
                .containsExactlyElementsOf(people(5).subList(3, 5));
    }
}
