package io.smsmessenger.spring;

import io.smsmessenger.SmsMessenger;
import io.smsmessenger.model.Draft;
import io.smsmessenger.model.PhoneNumber;
import io.smsmessenger.model.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the README shows of a Spring host; compiled here so that it stays true. */
final class OrderTexts {
    private OrderTexts() {}

    interface Order {
        void markReady();

        String clerk();

        String phone();
    }

    // tag::readme-spring[]
    @Service
    static class OrderService {
        private final SmsMessenger messenger;

        OrderService(SmsMessenger messenger) {
            this.messenger = messenger;
        }

        @Transactional
        void ready(Order order) {
            order.markReady();
            messenger
                    .forUser(UserId.of(order.clerk()))
                    .send(Draft.to(PhoneNumber.of(order.phone()), "Your order is ready."));
        }
    }
    // end::readme-spring[]
}
