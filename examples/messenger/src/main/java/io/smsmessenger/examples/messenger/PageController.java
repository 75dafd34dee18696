package io.smsmessenger.examples.messenger;

import java.security.Principal;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The two pages; all they show comes from the REST API. */
@Controller
class PageController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Page messenger = Page.named("messenger.html");
    private final Page login;

    PageController(Environment environment) {
        login = Page.named(environment.matchesProfiles("demo") ? "login-demo.html" : "login.html");
    }

    @GetMapping("/")
    String start() {
        return "redirect:/messenger";
    }

    @GetMapping({"/messenger", "/messenger/conversation/{id}"})
    ResponseEntity<String> messenger(Principal user, CsrfToken token) {
        return html(messenger.with(Map.of("user", user.getName(), "token", token.getToken())));
    }

    @GetMapping("/login")
    ResponseEntity<String> login(CsrfToken token) {
        return html(login.with(Map.of("token", token.getToken())));
    }

    private static ResponseEntity<String> html(String page) {
        return ResponseEntity.ok().contentType(HTML).body(page);
    }
}
