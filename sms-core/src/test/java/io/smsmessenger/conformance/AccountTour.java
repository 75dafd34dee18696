package io.smsmessenger.conformance;

import static io.smsmessenger.conformance.Account.MARIA;
import static io.smsmessenger.conformance.Account.NOBODY;
import static io.smsmessenger.conformance.Account.OURS;
import static io.smsmessenger.conformance.Account.SPARE;
import static io.smsmessenger.conformance.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Looks after the account: profiles, numbers, orders, and all that can be read afterwards. */
final class AccountTour {
    private static final String NO_NUMBER = "1293384261075731499";

    private final Account account;
    private final Caller caller;

    AccountTour(Account account) {
        this.account = account;
        this.caller = account.caller();
    }

    void run() throws IOException, InterruptedException {
        profiles();
        numbers();
        orders();
        webhooks();
        records();
    }

    private void profiles() throws IOException, InterruptedException {
        ObjectNode full = json("{'name':'Second','whitelisted_destinations':['US','CA'],'enabled':true,"
                + "'webhook_url':'%s','webhook_failover_url':'%s','webhook_api_version':'2',"
                        .formatted(
                                account.inbox().url("/hooks"), account.inbox().url("/hooks"))
                + "'number_pool_settings':{'toll_free_weight':10,'long_code_weight':1,'skip_unhealthy':true,"
                + "'sticky_sender':true,'geomatch':false},'alpha_sender':'Desk','daily_spend_limit':'10.00',"
                + "'daily_spend_limit_enabled':true,'smart_encoding':true,'mobile_only':false}");
        String id = caller.succeed("POST", "/messaging_profiles", full.toString())
                .at("/data/id")
                .asString();
        String path = "/messaging_profiles/" + id;
        caller.succeed("POST", "/messaging_profiles", body("{'name':'Everywhere','whitelisted_destinations':['*']}"));
        caller.get("/messaging_profiles?page[number]=1&page[size]=2");
        caller.get("/messaging_profiles?filter[name]=Second");
        caller.get("/messaging_profiles?filter[name][contains]=eco");
        caller.get(path);
        caller.succeed("PATCH", path, body("{'name':'Renamed','enabled':false,'webhook_url':null}"));
        caller.get("/messaging_profiles/" + account.profile() + "/phone_numbers?page[size]=5");
        caller.refuse(422, "10021", "DELETE", "/messaging_profiles/" + account.profile(), "");
        caller.succeed("DELETE", path, "");
        caller.refuse(404, "10005", "GET", path, "");
        caller.refuse(404, "10005", "PATCH", path, body("{'name':'Gone'}"));
        caller.refuse(404, "10005", "DELETE", path, "");
        caller.refuse(404, "10005", "GET", path + "/phone_numbers", "");
        caller.refuseMalformed(
                400, "10004", "POST", "/messaging_profiles", body("{'whitelisted_destinations':['US']}"));
        caller.refuseMalformed(400, "10004", "POST", "/messaging_profiles", body("{'name':'No countries'}"));
        caller.refuseMalformed(400, "10015", "GET", "/messaging_profiles?page[size]=999", "");
    }

    private void numbers() throws IOException, InterruptedException {
        caller.get("/phone_numbers?page[size]=5&sort=phone_number&filter[phone_number]=3035550142");
        String id = caller.get("/phone_numbers?filter[status]=active")
                .at("/data/0/id")
                .asString();
        String spare = account.simulator().addNumber(SPARE, null);
        caller.get("/phone_numbers/" + id);
        caller.get("/phone_numbers/" + spare);
        caller.succeed("PATCH", "/phone_numbers/" + spare, body("{'tags':['spare'],'customer_reference':'desk-2'}"));
        caller.get("/phone_numbers/messaging?filter[messaging_profile_id]=" + account.profile());
        caller.get("/phone_numbers/messaging?sort[phone_number]=desc&page[size]=2");
        caller.get("/phone_numbers/" + spare + "/messaging");
        String path = "/phone_numbers/" + spare + "/messaging";
        caller.succeed("PATCH", path, body("{'messaging_profile_id':'%s','tags':['a']}".formatted(account.profile())));
        caller.refuse(400, "10015", "PATCH", path, body("{'messaging_profile_id':'%s'}".formatted(NOBODY)));
        caller.succeed("PATCH", path, body("{'messaging_profile_id':''}"));
        caller.succeed("DELETE", "/phone_numbers/" + spare, "");
        for (String gone : List.of("/phone_numbers/" + NO_NUMBER, "/phone_numbers/" + NO_NUMBER + "/messaging")) {
            caller.refuse(404, "10005", "GET", gone, "");
            caller.refuse(404, "10005", "PATCH", gone, body("{'tags':['x']}"));
        }
        caller.refuse(404, "10005", "DELETE", "/phone_numbers/" + NO_NUMBER, "");
    }

    private void orders() throws IOException, InterruptedException {
        String wanted = caller.get("/available_phone_numbers?filter[country_code]=US&filter[limit]=2"
                        + "&filter[national_destination_code]=303&filter[features][]=sms&filter[features][]=mms")
                .at("/data/0/phone_number")
                .asString();
        caller.get("/available_phone_numbers?filter[country_code]=DE");
        String order = caller.succeed(
                        "POST",
                        "/number_orders",
                        body("{'phone_numbers':[{'phone_number':'%s'}],'messaging_profile_id':'%s',"
                                        .formatted(wanted, account.profile())
                                + "'customer_reference':'order-1'}"))
                .at("/data/id")
                .asString();
        caller.get("/number_orders/" + order);
        assertThat(account.simulator().awaitIdle(Duration.ofSeconds(10))).isTrue();
        caller.get("/number_orders/" + order);
        caller.get("/number_orders?filter[customer_reference]=order-1&page[size]=3");
        caller.refuse(404, "10005", "GET", "/number_orders/" + NOBODY, "");
        caller.refuse(400, "10015", "POST", "/number_orders", body("{'phone_numbers':[{'phone_number':'+15'}]}"));
    }

    /** One webhook that is taken, one that every URL refuses, one that nobody listens to. */
    private void webhooks() throws IOException, InterruptedException {
        String broken = account.simulator().addProfile("Broken", account.inbox().url("/broken"));
        account.simulator().addNumber("+13035550146", broken);
        String closed = account.simulator().addProfile("Closed", "http://127.0.0.1:1/hooks");
        account.simulator().addNumber("+13035550147", closed);
        account.simulator().handset(MARIA).text("+13035550146", "Anybody there?");
        account.simulator().handset(MARIA).text("+13035550147", "Anybody there?");
        for (String text : List.of("Hi", "STOP", "START", "HELP", "Grüße 👋")) {
            account.simulator().handset(MARIA).text(OURS, text);
        }
        account.simulator()
                .handset(MARIA)
                .text(OURS, "", List.of("https://media.example/a.png", "https://m.example/b"));
        assertThat(account.simulator().awaitIdle(Duration.ofSeconds(10))).isTrue();
    }

    private void records() throws IOException, InterruptedException {
        caller.get("/messaging_optouts?page[size]=5");
        caller.get("/messaging_optouts?created_at[gte]=2026-01-01T00:00:00Z&filter[messaging_profile_id]="
                + account.profile());
        caller.get("/detail_records?filter[record_type]=messaging&page[size]=50&sort=-created_at");
        caller.get("/detail_records?filter[record_type]=messaging&filter[direction]=inbound&filter[date_range]=today");
        caller.refuse(400, "10015", "GET", "/detail_records?filter[record_type]=call-control", "");
        caller.refuseMalformed(400, "10015", "GET", "/messaging_optouts?page[size]=999", "");
        String delivery = caller.get("/webhook_deliveries?page[size]=250")
                .at("/data/0/id")
                .asString();
        caller.get("/webhook_deliveries?filter[status][eq]=failed");
        assertThat(caller.get("/webhook_deliveries?filter[event_type]=message.finalized")
                        .path("data"))
                .isNotEmpty();
        caller.get("/webhook_deliveries/" + delivery);
        caller.refuse(404, "10005", "GET", "/webhook_deliveries/" + NOBODY, "");
        caller.get("/balance");
    }

    private static String body(String text) {
        return json(text).toString();
    }
}
