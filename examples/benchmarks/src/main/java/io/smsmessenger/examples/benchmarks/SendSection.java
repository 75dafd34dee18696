package io.smsmessenger.examples.benchmarks;

import io.smsmessenger.model.Content;
import io.smsmessenger.model.MessageId;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.provider.SendOutcome;
import io.smsmessenger.telnyx.TelnyxProvider;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call to the carrier: our provider against OkHttp by hand. */
final class SendSection {
    private static final OutboundSms SMS = sms(PhoneNumber.of("+12125550000"), World.text(1));

    private final Plan plan;
    private final Table table;

    SendSection(Plan plan, Table table) {
        this.plan = plan;
        this.table = table;
    }

    void run(CarrierProcess carrier) throws Exception {
        setting(carrier, 1, 0, null);
        setting(carrier, World.HANDS, 0, Aim.atMost(1.10));
        setting(carrier, 1, 50, null);
        setting(carrier, World.HANDS, 50, null);
    }

    private void setting(CarrierProcess carrier, int threads, int wait, @Nullable Aim cpu) throws Exception {
        URI url = carrier.baseUrl(Duration.ofMillis(wait));
        Samples[] ours = {new Samples(), new Samples(), new Samples()};
        Samples[] anchor = {new Samples(), new Samples(), new Samples()};
        try (TelnyxProvider telnyx = World.provider(url);
                BareHttp bare = new BareHttp()) {
            Load.Work byUs = () -> ours(telnyx);
            Load.Work byHand = () -> bare.send(url, SMS).isEmpty() ? 0 : 1;
            Duration warmUp = wait == 0 ? plan.warmUp() : plan.turn();
            Load.during(warmUp, threads, byHand);
            Load.during(warmUp, threads, byUs);
            for (int round = 0; round < plan.rounds(); round++) {
                boolean first = round % 2 == 0;
                if (first) {
                    add(ours, Load.during(plan.turn(), threads, byUs));
                }
                add(anchor, Load.during(plan.turn(), threads, byHand));
                if (!first) {
                    add(ours, Load.during(plan.turn(), threads, byUs));
                }
            }
        }
        String what = "send, " + threads + (threads == 1 ? " thread, " : " threads, ") + wait + " ms";
        table.compare(what + " ÷ bare OkHttp", "calls/s", ours[0], anchor[0], null);
        table.compare(what + " ÷ bare OkHttp", "CPU µs", ours[1], anchor[1], cpu);
        table.compare(what + " ÷ bare OkHttp", "bytes", ours[2], anchor[2], wait == 0 ? Aim.atMost(1.25) : null);
    }

    private static void add(Samples[] figures, Load.Cost cost) {
        figures[0].add(cost.perSecond());
        figures[1].add(cost.cpuMicros());
        figures[2].add(cost.bytesEach());
    }

    private static int ours(TelnyxProvider telnyx) {
        SendOutcome outcome = telnyx.send(SMS);
        Checks.that(outcome instanceof SendOutcome.Accepted, "the carrier took the message");
        return 1;
    }

    static OutboundSms sms(PhoneNumber to, String text) {
        return new OutboundSms(
                new MessageId(7),
                PhoneNumber.of("+12025550123"),
                to,
                Content.text(text),
                "00000000-0000-4000-8000-000000000001",
                "abcdefghijklmnopqrstuv",
                URI.create(World.WEBHOOK + "?ref=abcdefghijklmnopqrstuv"));
    }
}
