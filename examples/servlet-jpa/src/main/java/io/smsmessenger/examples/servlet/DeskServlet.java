package io.smsmessenger.examples.servlet;

import io.smsmessenger.UserMessenger;
import io.smsmessenger.examples.servlet.Desk.NewMessage;
import io.smsmessenger.examples.servlet.Desk.ReadUpTo;
import io.smsmessenger.examples.servlet.Desk.Refused;
import io.smsmessenger.model.Problem;
import io.smsmessenger.model.SmsException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk as JSON, without any login: whoever reaches it is the demo user. So it answers this machine only, and not
 * what comes through the tunnel that webhooks may take.
 */
final class DeskServlet extends HttpServlet {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private final transient Desk desk;
    private final transient JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    DeskServlet(UserMessenger user) {
        desk = new Desk(user);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!THIS_MACHINE.contains(request.getServerName())) {
            response.setStatus(421);
            return;
        }
        // A page elsewhere cannot make a browser post JSON here: it would have to ask first.
        boolean posts = request.getMethod().equals("POST");
        if (posts && !"application/json".equals(request.getContentType())) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            write(response, posts ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK, answer(request));
        } catch (SmsException refused) {
            int status = refused.problem() == Problem.NOT_FOUND ? HttpServletResponse.SC_NOT_FOUND : 422;
            write(response, status, new Refused(refused.problem().slug(), String.valueOf(refused.getMessage())));
        } catch (JacksonException unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private Object answer(HttpServletRequest request) throws IOException {
        String below = request.getPathInfo();
        List<String> path =
                Arrays.asList((below == null ? "/" : below).substring(1).split("/", -1));
        String call = request.getMethod() + " " + path.get(0) + (path.size() > 2 ? "/*/" + path.get(2) : "");
        return switch (call) {
            case "GET numbers" -> desk.numbers();
            case "GET conversations" -> desk.conversations();
            case "GET conversations/*/messages" -> desk.messages(path.get(1));
            case "POST conversations/*/read" -> desk.read(path.get(1), body(request, ReadUpTo.class));
            case "POST messages" -> desk.send(body(request, NewMessage.class));
            default -> throw new SmsException(Problem.NOT_FOUND, "There is no such page.");
        };
    }

    private <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        return json.readValue(request.getInputStream(), type);
    }

    private void write(HttpServletResponse response, int status, Object answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(answer));
    }
}
