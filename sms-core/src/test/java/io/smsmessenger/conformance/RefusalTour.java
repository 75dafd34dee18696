package io.smsmessenger.conformance;

import static io.smsmessenger.conformance.Account.MARIA;
import static io.smsmessenger.conformance.Account.OURS;
import static io.smsmessenger.conformance.Account.SPARE;
import static io.smsmessenger.conformance.SendingTour.draft;

import io.smsmessenger.examples.simulator.carrier.SendFault;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** Is refused a send for every reason the carrier has. */
final class RefusalTour {
    private final Account account;
    private final Caller caller;

    RefusalTour(Account account) {
        this.account = account;
        this.caller = account.caller();
    }

    void run() throws IOException, InterruptedException {
        addresses();
        contents();
        settings();
        carriersMood();
        keys();
    }

    private void addresses() throws IOException, InterruptedException {
        malformed(400, "10004", draft(MARIA).without("to"));
        refuse(400, "10004", draft(MARIA).without("from"));
        refuse(400, "10016", draft("555"));
        refuse(400, "40310", draft(OURS));
        refuse(400, "40305", draft(MARIA).put("from", "+13035559999"));
        refuse(400, "40305", draft(MARIA).put("from", SPARE));
        account.simulator().handset("+12025550177").text(OURS, "STOP");
        refuse(400, "40300", draft("+12025550177"));
    }

    private void contents() throws IOException, InterruptedException {
        refuse(400, "40316", draft(MARIA).without("text"));
        refuse(400, "40302", draft(MARIA).put("text", "x".repeat(1531)));
        refuse(400, "40328", draft(MARIA).put("text", "x".repeat(700)).put("auto_detect", true));
        refuse(400, "10015", draft(MARIA).put("text", "👋").put("encoding", "gsm7"));
        ObjectNode eleven = draft(MARIA);
        for (int i = 0; i < 11; i++) {
            eleven.withArray("media_urls").add("https://media.example/%d.png".formatted(i));
        }
        refuse(400, "40317", eleven);
        ObjectNode both = draft(MARIA).put("type", "SMS");
        both.putArray("media_urls").add("https://media.example/a.png");
        refuse(400, "40304", both);
        malformed(400, "10015", draft(MARIA).put("type", "FAX"));
        malformed(400, "10015", draft(MARIA).put("encoding", "morse"));
        malformed(400, "10015", draft(MARIA).put("text", 5));
        malformed(400, "10015", draft(MARIA).put("send_at", "tomorrow"));
        caller.refuseMalformed(400, "10023", "POST", "/messages", "{\"to\":");
        caller.refuseMalformed(400, "10015", "POST", "/messages", "[]");
    }

    private void settings() throws IOException, InterruptedException {
        refuse(400, "10003", draft(MARIA).put("webhook_url", "https://hooks.example/" + "x".repeat(2000)));
        Instant soon = Instant.now().plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        refuse(400, "10015", draft(MARIA).put("send_at", soon.toString()));
        String home = create("{'name':'Home only','whitelisted_destinations':['US']}");
        account.simulator().addNumber("+13035550144", home);
        refuse(400, "40309", draft("+447700900123").put("from", "+13035550144"));
        String off = create("{'name':'Off','enabled':false,'whitelisted_destinations':['US']}");
        account.simulator().addNumber("+13035550145", off);
        refuse(400, "40312", draft(MARIA).put("from", "+13035550145"));
        String empty = create("{'name':'Empty','whitelisted_destinations':['US']}");
        caller.refuse(
                400,
                "40321",
                "POST",
                "/messages/number_pool",
                Caller.json("{'to':'%s','text':'Hi','messaging_profile_id':'%s'}".formatted(MARIA, empty))
                        .toString());
    }

    private String create(String profile) throws IOException, InterruptedException {
        return caller.succeed(
                        "POST", "/messaging_profiles", Caller.json(profile).toString())
                .at("/data/id")
                .asString();
    }

    private void carriersMood() throws IOException, InterruptedException {
        for (SendFault fault : new SendFault[] {
            SendFault.refuse(400, "40318"),
            SendFault.refuse(402, "20100"),
            SendFault.refuse(403, "10010"),
            SendFault.refuse(409, "10036"),
            SendFault.refuse(422, "40333"),
            SendFault.refuse(429, "10011").withRetryAfter("1"),
            SendFault.refuse(500, "10007"),
            SendFault.refuse(503, "10037"),
            SendFault.answerThoughAccepted(500, "10008")
        }) {
            account.simulator().network().nextSendFails(fault);
            refuse(fault.status(), String.valueOf(fault.code()), draft(MARIA));
        }
        refuse(500, "10007", draft("+12025550195"));
        refuse(429, "10011", draft("+12025550196"));
    }

    private void keys() throws IOException, InterruptedException {
        String body = draft(MARIA).toString();
        caller.refuseKey("", "POST", "/messages", body);
        caller.refuseKey("KEY-wrong", "POST", "/messages", body);
        for (String path : new String[] {
            "/messaging_profiles",
            "/phone_numbers",
            "/phone_numbers/messaging",
            "/number_orders",
            "/available_phone_numbers",
            "/messaging_optouts",
            "/balance",
            "/webhook_deliveries"
        }) {
            caller.refuseKey("KEY-wrong", "GET", path, "");
        }
    }

    private void refuse(int status, String code, ObjectNode draft) throws IOException, InterruptedException {
        caller.refuse(status, code, "POST", "/messages", draft.toString());
    }

    private void malformed(int status, String code, ObjectNode draft) throws IOException, InterruptedException {
        caller.refuseMalformed(status, code, "POST", "/messages", draft.toString());
    }
}
