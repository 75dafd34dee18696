package io.smsmessenger.examples.simulator.carrier;

import io.smsmessenger.examples.simulator.state.Order;
import io.smsmessenger.examples.simulator.state.OwnNumber;
import io.smsmessenger.examples.simulator.state.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stock of fictitious numbers, {@code +1 <area> 555 0100} to {@code 0189}, and how they are bought. */
public final class Numbers {
    private static final Pattern FOR_SALE = Pattern.compile("\\+1[2-9]\\d{2}55501[0-8]\\d");

    private final Store store;
    private final Timings timings;
    private final Tasks tasks;
    private final Chance chance;
    private final Clock clock;

    Numbers(Store store, Timings timings, Tasks tasks, Chance chance, Clock clock) {
        this.store = store;
        this.timings = timings;
        this.tasks = tasks;
        this.chance = chance;
        this.clock = clock;
    }

    /** Numbers of an area that nobody has bought. */
    public Stream<String> available(String area) {
        return IntStream.range(0, 90)
                .mapToObj(last -> "+1" + area + String.format(Locale.ROOT, "55501%02d", last))
                .filter(this::isAvailable);
    }

    private boolean isAvailable(String number) {
        return FOR_SALE.matcher(number).matches() && store.numbers().get(number).isEmpty();
    }

    /** Places an order; the numbers are there after a short while. */
    public Order order(List<String> wanted, @Nullable String profileId, @Nullable String reference) {
        if (wanted.isEmpty()) {
            throw new Refusal(Failure.MISSING_PARAMETER, "phone_numbers is required.", "/phone_numbers");
        }
        for (String number : wanted) {
            if (!isAvailable(number)) {
                throw new Refusal(Failure.MALFORMED, "Number " + number + " is not available.", "/phone_numbers");
            }
        }
        if (profileId != null && store.profiles().get(profileId).isEmpty()) {
            throw new Refusal(Failure.MALFORMED, "The messaging profile does not exist.", "/messaging_profile_id");
        }
        List<Order.Line> lines = wanted.stream()
                .map(number -> new Order.Line(chance.uuid(), number))
                .toList();
        Instant now = clock.instant();
        Order order = store.orders().put(new Order(chance.uuid(), lines, profileId, reference, false, now, now));
        fulfilLater(order.id());
        return order;
    }

    void fulfilLater(String orderId) {
        tasks.after(timings.order(), () -> store.orders().get(orderId).ifPresent(this::fulfil));
    }

    /** Numbers first: an end in between repeats what changes nothing. */
    private void fulfil(Order order) {
        order.lines().forEach(line -> add(line.phoneNumber(), order.profileId(), order.customerReference()));
        store.orders().put(order.fulfilled(clock.instant()));
    }

    /** Adds a number to the account, unless it is there. */
    public OwnNumber add(String phoneNumber, @Nullable String profileId, @Nullable String reference) {
        Instant now = clock.instant();
        return store.numbers()
                .get(phoneNumber)
                .orElseGet(() -> store.numbers()
                        .put(new OwnNumber(chance.digits(), phoneNumber, profileId, List.of(), reference, now, now)));
    }
}
