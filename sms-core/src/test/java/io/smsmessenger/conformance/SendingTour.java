package io.smsmessenger.conformance;

import static io.smsmessenger.conformance.Account.MARIA;
import static io.smsmessenger.conformance.Account.NOBODY;
import static io.smsmessenger.conformance.Account.OURS;
import static io.smsmessenger.conformance.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Sends in every way there is, to every outcome, looks messages up and cancels them. */
final class SendingTour {
    private final Account account;
    private final Caller caller;

    SendingTour(Account account) {
        this.account = account;
        this.caller = account.caller();
    }

    void run() throws IOException, InterruptedException {
        String plain = send("/messages", draft(MARIA));
        send("/messages", draft(MARIA).put("text", "Grüße 👋 aus Zürich"));
        send("/messages", draft(MARIA).put("text", "long ".repeat(100)).put("encoding", "auto"));
        send("/messages", draft(MARIA).put("encoding", "ucs2").put("type", "SMS"));
        ObjectNode picture = draft(MARIA).put("type", "MMS").put("subject", "Look");
        picture.putArray("media_urls").add("https://media.example/a.png").add("https://media.example/b.mp4");
        send("/messages", picture);
        send(
                "/messages",
                draft(MARIA)
                        .put("webhook_url", account.inbox().url("/hooks/own"))
                        .put("webhook_failover_url", account.inbox().url("/hooks/failover"))
                        .put("use_profile_webhooks", false)
                        .put("messaging_profile_id", account.profile())
                        .put("auto_detect", true));
        send("/messages/long_code", draft(MARIA));
        send(
                "/messages/number_pool",
                json("{'text':'From anywhere','messaging_profile_id':'%s','to':'%s'}"
                        .formatted(account.profile(), MARIA)));
        for (int magic : new int[] {0, 1, 2, 3, 4, 8, 9}) {
            send("/messages", draft("+1202555019" + magic));
        }
        schedule();
        assertThat(account.simulator().awaitIdle(Duration.ofSeconds(10))).isTrue();
        lookUp(plain);
    }

    private void schedule() throws IOException, InterruptedException {
        Instant later = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String first = send("/messages", draft(MARIA).put("send_at", later.toString()));
        String second = send("/messages/schedule", draft(MARIA).put("send_at", later.toString()));
        caller.get("/messages/" + first);
        caller.succeed("DELETE", "/messages/" + second, "");
        caller.refuse(403, "10015", "DELETE", "/messages/" + second, "");
        caller.refuse(404, "10005", "DELETE", "/messages/" + NOBODY, "");
    }

    private void lookUp(String sent) throws IOException, InterruptedException {
        caller.get("/messages/" + sent);
        String inbound = account.simulator()
                .handset(MARIA)
                .text(OURS, "Hello there", List.of("https://media.example/in.png"))
                .id();
        caller.get("/messages/" + inbound);
        for (var message : account.simulator().messages()) {
            caller.get("/messages/" + message.id());
        }
        caller.refuse(404, "40303", "GET", "/messages/" + NOBODY, "");
    }

    private String send(String path, ObjectNode draft) throws IOException, InterruptedException {
        return caller.succeed("POST", path, draft.toString()).at("/data/id").asString();
    }

    static ObjectNode draft(String to) {
        return json("{'from':'%s','to':'%s','text':'Hello'}".formatted(OURS, to));
    }
}
