package io.smsmessenger.jpa;

import io.smsmessenger.model.AccountId;
import io.smsmessenger.model.Page;
import io.smsmessenger.model.PageRequest;
import io.smsmessenger.model.ProviderEvent;
import io.smsmessenger.store.InboxStore.Disposition;
import io.smsmessenger.store.InboxStore.KeptEvent;
import io.smsmessenger.store.Keyset;
import io.smsmessenger.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids of all events, which make each count once, and the bodies of those that wait. */
final class WebhookEvents {
    private static final String INSERT = Columns.of(
                    "id accountId eventId type disposition why raw receivedAt occurredAt")
            .insertInto("sms_webhook_event");
    private static final String SELECT = "select e.id, e.receivedAt, e.accountId, e.eventId, e.type, e.why, e.raw"
            + " from SmsWebhookEvent e where e.disposition = ?1";

    private static final String LOCK =
            "select disposition from sms_webhook_event where account_id = ? and event_id = ? for update";
    private static final String DONE = "update sms_webhook_event set disposition = ?, why = '', raw = null"
            + " where account_id = ? and event_id = ?";

    private WebhookEvents() {}

    /** Writes the event down if it is new, and tells what is known of it otherwise, its row being locked then. */
    static Told tell(Tx tx, AccountId account, ProviderEvent event, Disposition disposition, byte[] raw, Instant now) {
        boolean made = tx.insertNew(
                INSERT,
                tx.nextId(),
                account.value(),
                event.eventId(),
                Texts.cut(event.type(), 100),
                disposition,
                Texts.cut(why(event, disposition), 500),
                waits(disposition) ? raw : null,
                Times.micros(now),
                Times.micros(event.occurredAt()));
        if (made) {
            return Told.NEW;
        }
        Disposition known = tx.selectOne(LOCK, account.value(), event.eventId())
                .map(row -> row.word(Disposition.class))
                .orElseThrow();
        return waits(known) ? Told.WAITING : Told.DONE;
    }

    /** Whether the event is new; one that waits stops to when it is told again as one that is done with. */
    static boolean keep(
            Tx tx, AccountId account, ProviderEvent event, Disposition disposition, byte[] raw, Instant now) {
        Told told = tell(tx, account, event, disposition, raw, now);
        if (told == Told.WAITING && !waits(disposition)) {
            done(tx, account, event, disposition);
        }
        return told == Told.NEW;
    }

    /** Takes an event out of those that wait. */
    static void done(Tx tx, AccountId account, ProviderEvent event, Disposition disposition) {
        tx.execute(DONE, disposition, account.value(), event.eventId());
    }

    static Page<KeptEvent> page(Tx tx, Disposition disposition, PageRequest request) {
        if (!waits(disposition)) {
            return Page.empty();
        }
        Keyset place = Pages.place(request);
        List<@Nullable Object> parameters = new ArrayList<>(List.of(disposition.name()));
        if (place != null) {
            parameters.add(Times.micros(place.at()));
            parameters.add(place.id());
        }
        String jpql = SELECT + Pages.descending(request, "e.receivedAt", "e.id", 2);
        List<Placed> read = tx.read(request.limit() + 1, jpql, parameters.toArray()).stream()
                .map(row -> placed(row, disposition))
                .toList();
        return Pages.cut(request, read, Placed::place).map(Placed::event);
    }

    private static Placed placed(Row row, Disposition disposition) {
        long id = row.number();
        Instant receivedAt = row.instant();
        AccountId account = new AccountId(row.number());
        KeptEvent event =
                new KeptEvent(account, row.text(), row.text(), disposition, row.text(), row.bytes(), receivedAt);
        return new Placed(new Keyset(receivedAt, id), event);
    }

    private static boolean waits(Disposition disposition) {
        return disposition != Disposition.APPLIED && disposition != Disposition.IGNORED;
    }

    private static String why(ProviderEvent event, Disposition disposition) {
        if (event instanceof ProviderEvent.Unreadable unreadable) {
            return unreadable.why();
        }
        return switch (disposition) {
            case PARKED -> "its message is not there yet";
            case QUARANTINED -> "nobody owned the number then";
            case APPLIED, IGNORED, DEAD -> "";
        };
    }

    /** What was known of an event before. */
    enum Told {
        NEW,
        WAITING,
        DONE
    }

    /** An event with its place in the list. */
    private record Placed(Keyset place, KeptEvent event) {}
}
