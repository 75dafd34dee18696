package io.smsmessenger.spring.rest;

import java.util.List;

/** Who is asking, and what they have. */
final class MeRoutes {
    private MeRoutes() {}

    static List<Route> routes() {
        return List.of(Route.get("/me", MeRoutes::me));
    }

    private static Answer me(Call call) {
        List<NumberView> numbers =
                call.user().numbers().list().stream().map(NumberView::of).toList();
        return Answer.ok(new MeView(
                call.user().owner().value(),
                numbers,
                numbers.stream()
                        .filter(NumberView::isDefault)
                        .map(NumberView::id)
                        .findFirst()
                        .orElse(null),
                call.user().conversations().unreadTotal()));
    }
}
