package io.smsmessenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.FailureReason;
import io.smsmessenger.model.Lane;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.UserId;
import io.smsmessenger.sending.QuietHours;
import io.smsmessenger.sending.SendingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds a campaign up costs it time and no recipients. */
@DisplayName("A campaign that waits")
class CampaignWaitsTest {
    private static final int PEOPLE = 3;
    private static final Instant EVENING = Instant.parse("2026-03-02T01:30:00Z");
    private static final CampaignProgress ALL_SENT =
            new CampaignProgress(PEOPLE, 0, 0, Map.of(MessageStatus.ACCEPTED, (long) PEOPLE));

    private static Campaign started(Campaigns campaigns) {
        Campaign campaign = campaigns.create("News", "Hi {{name}}");
        campaigns.add(campaign.id(), CampaignTest.people(PEOPLE));
        return campaigns.start(campaign.id());
    }

    private static void dispatch(Flow flow, Duration later) {
        flow.clock.advance(later);
        flow.dispatch();
    }

    /** Lets messages into the outbox, and none of them out of it. */
    private static void handOver(Flow flow) {
        flow.store
                .lanes()
                .pause(Lane.of(flow.line.id()), flow.clock.instant().plusSeconds(3600), FailureReason.RATE_LIMITED);
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
    }

    @Test
    @DisplayName("from the evening to the next noon because it was paused sends all that was handed over")
    void paused() {
        Flow flow = new Flow();
        Campaigns campaigns = flow.alice.campaigns();
        Campaign campaign = started(campaigns);
        handOver(flow);
        assertThat(campaigns.progress(campaign.id()).waiting()).isZero();
        campaigns.pause(campaign.id());
        dispatch(flow, Duration.ofHours(16));
        assertThat(flow.carrier.sent()).isEmpty();
        campaigns.resume(campaign.id());
        dispatch(flow, Duration.ZERO);
        assertThat(campaigns.progress(campaign.id())).isEqualTo(ALL_SENT);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("from the evening to the next noon because of quiet hours sends all that was handed over")
    void overNight(QuietHours.Mode mode) {
        Flow flow = quiet(mode);
        flow.clock.set(EVENING);
        Campaign campaign = started(flow.alice.campaigns());
        handOver(flow);
        dispatch(flow, Duration.ofHours(2));
        assertThat(flow.carrier.sent()).isEmpty();
        dispatch(flow, Duration.ofHours(14));
        assertThat(flow.alice.campaigns().progress(campaign.id())).isEqualTo(ALL_SENT);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("because it was started in quiet hours sends all when they are over, and refuses nobody")
    void startedAtNight(QuietHours.Mode mode) {
        Flow flow = quiet(mode);
        flow.clock.set(EVENING.plus(Duration.ofHours(1)));
        Campaign campaign = started(flow.alice.campaigns());
        flow.dispatch();
        assertThat(flow.carrier.sent()).isEmpty();
        dispatch(flow, Duration.ofHours(16));
        assertThat(flow.alice.campaigns().progress(campaign.id())).isEqualTo(ALL_SENT);
    }

    @Test
    @DisplayName("for its profile to be enabled refuses nobody")
    void disabled() {
        Flow flow = new Flow();
        flow.store.profiles().enable(flow.alice.owner(), flow.profile.id(), false);
        Campaign campaign = started(flow.alice.campaigns());
        flow.dispatch();
        assertThat(flow.alice.campaigns().progress(campaign.id()))
                .isEqualTo(new CampaignProgress(PEOPLE, PEOPLE, 0, Map.of()));
        flow.store.profiles().enable(flow.alice.owner(), flow.profile.id(), true);
        dispatch(flow, SendingSettings.defaults().lease());
        assertThat(flow.alice.campaigns().progress(campaign.id())).isEqualTo(ALL_SENT);
    }

    @Test
    @DisplayName("for a number, and for that to be on a profile, refuses nobody")
    void numberless() {
        Flow flow = new Flow();
        UserId carol = UserId.of("carol");
        Campaigns campaigns = flow.messenger.forUser(carol).campaigns();
        Campaign campaign = started(campaigns);
        flow.dispatch();
        assertThat(campaigns.progress(campaign.id()).waiting()).isEqualTo(PEOPLE);
        flow.messenger.operator().assign(Flow.SECOND_LINE, carol, null);
        dispatch(flow, SendingSettings.defaults().lease());
        assertThat(campaigns.progress(campaign.id()).waiting()).isEqualTo(PEOPLE);

        var profile = flow.messenger.operator().addProfile(carol, "carrier-profile-c", "Carol");
        flow.messenger.operator().release(Flow.SECOND_LINE);
        flow.messenger.operator().assign(Flow.SECOND_LINE, carol, profile.id());
        dispatch(flow, SendingSettings.defaults().lease());
        assertThat(campaigns.progress(campaign.id())).isEqualTo(ALL_SENT);
    }

    private static Flow quiet(QuietHours.Mode mode) {
        QuietHours us = QuietHours.unitedStates();
        return new Flow(as -> as.sending(SendingSettings.builder()
                .quietHours(new QuietHours(us.from(), us.to(), mode, false, us.unknownZones()))
                .build()));
    }
}
