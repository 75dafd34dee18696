package io.smsmessenger.spring.rest;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.UserMessenger;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.ProfileId;
import io.smsmessenger.model.UserId;
import io.smsmessenger.spring.FakeProvider;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users with a number each, as strangers to each other, and their calls. */
final class Users {
    private static final String BASE = "/api/sms/v1";

    private final SmsMessenger messenger;
    private final FakeProvider provider;
    private final MockMvc mvc;
    private final AtomicInteger count = new AtomicInteger();
    private final JsonMapper json = JsonMapper.builder().build();

    Users(SmsMessenger messenger, FakeProvider provider, MockMvc mvc) {
        this.messenger = messenger;
        this.provider = provider;
        this.mvc = mvc;
    }

    User create(String name) {
        int index = count.incrementAndGet();
        UserId id = UserId.of(name + "-" + index);
        ProfileId profile = messenger
                .operator()
                .addProfile(id, "profile-" + index, "Profile of " + name)
                .id();
        NumberAssignment number = messenger.operator().assign(PhoneNumber.of("+1303555" + (1000 + index)), id, profile);
        return new User(id, number, profile);
    }

    /** A user of the API. */
    final class User {
        final UserId id;
        final NumberAssignment number;
        final ProfileId profile;

        private User(UserId id, NumberAssignment number, ProfileId profile) {
            this.id = id;
            this.number = number;
            this.profile = profile;
        }

        UserMessenger messenger() {
            return messenger.forUser(id);
        }

        void getsText(String from, String text) {
            provider.text(messenger, from, number.number(), text);
        }

        Reply get(String path) {
            return call(request("GET", path));
        }

        Reply delete(String path) {
            return call(request("DELETE", path));
        }

        Reply post(String path, String body) {
            return call("POST", path, body);
        }

        Reply patch(String path, String body) {
            return call("PATCH", path, body);
        }

        Reply call(String method, String path, String body) {
            return call(request(method, path).contentType("application/json").content(body));
        }

        Reply call(MockHttpServletRequestBuilder request) {
            return Users.this.call(request.header(RestHost.USER, id.value()));
        }
    }

    static MockHttpServletRequestBuilder request(String method, String path) {
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(method), BASE + path);
    }

    Reply call(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            String body = response.getContentAsString(StandardCharsets.UTF_8);
            return new Reply(response, body, body.isEmpty() ? json.missingNode() : json.readTree(body));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** An answer with its body, raw and read. */
    record Reply(MockHttpServletResponse response, String raw, JsonNode json) {
        int status() {
            return response.getStatus();
        }

        String header(String name) {
            return response.getHeader(name);
        }

        /** The text at a JSON pointer. */
        String at(String pointer) {
            return json.at(pointer).asString();
        }

        /** The body without what names this one answer. */
        String withoutInstance() {
            return raw.replaceAll("\"instance\":\"urn:uuid:[0-9a-f-]{36}\"", "\"instance\":\"\"");
        }
    }
}
