package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.Campaign;
import io.smsmessenger.model.CampaignProgress;
import io.smsmessenger.model.CampaignState;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.Recipient;
import io.smsmessenger.model.UserId;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.sending.SendingSettings;
import io.smsmessenger.testing.FakeProvider;
import io.smsmessenger.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes feed and send the same campaign, and take each other's rows for lost again and again. */
class CampaignNodesTest {
    private static final int PEOPLE = 2_000;

    private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");
    private final FakeProvider carrier = new FakeProvider();
    private TestDatabase database;

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void each_recipient_gets_one_text(Engine engine) throws Exception {
        database = engine.fresh().migrated();
        List<SmsMessenger> nodes = List.of(node(), node());
        UserId ann = UserId.of("ann");
        var profile = nodes.get(0).operator().addProfile(ann, "carrier-profile", "Shop");
        nodes.get(0).operator().assign(World.number(), ann, profile.id());
        UserMessenger user = nodes.get(0).forUser(ann);
        Campaign campaign = user.campaigns().create("News", "Hi {{name}}");
        List<Recipient> people = Stream.generate(
                        () -> new Recipient(World.number().value(), Map.of("name", "Zoë")))
                .limit(PEOPLE)
                .toList();
        assertThat(user.campaigns().add(campaign.id(), people)).isEqualTo(PEOPLE);
        user.campaigns().start(campaign.id());

        Crowd.run(nodes.size(), node -> {
            do {
                // What the other one has taken is out of its lease soon.
                clock.advance(Duration.ofSeconds(2));
                nodes.get(node).dispatcher().runOnce();
            } while (user.campaigns().get(campaign.id()).state() != CampaignState.FINISHED
                    || database.count("select count(*) from sms_outbox") > 0);
            return node;
        });

        assertThat(carrier.sent().stream().map(OutboundSms::to)).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(user.campaigns().progress(campaign.id()))
                .isEqualTo(new CampaignProgress(PEOPLE, 0, 0, Map.of(MessageStatus.ACCEPTED, (long) PEOPLE)));
        assertThat(database.count("select count(*) from sms_message")).isEqualTo(PEOPLE);
        assertThat(database.count("select count(distinct message_id) from sms_campaign_recipient"))
                .isEqualTo(PEOPLE);
    }

    private SmsMessenger node() {
        return SmsMessenger.builder()
                .store(JpaSmsStore.of(database.factory()))
                .provider(carrier)
                .clock(clock)
                .sending(SendingSettings.builder()
                        .lease(Duration.ofSeconds(3))
                        .sendingTimeout(Duration.ofDays(1))
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        database.close();
    }
}
