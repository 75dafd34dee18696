package io.smsmessenger.spring.rest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All routes of the API. */
final class Routes {
    private Routes() {}

    static List<Route> all(@Nullable String region) {
        Input input = new Input(region);
        return Stream.of(
                        MeRoutes.routes(),
                        NumberRoutes.routes(),
                        ProfileRoutes.routes(),
                        new ConversationRoutes(input).routes(),
                        new MessageRoutes(new Drafts(input)).routes(),
                        new ContactRoutes(input).routes())
                .flatMap(List::stream)
                .toList();
    }
}
