package io.smsmessenger.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final TestDatabase database = Engine.H2.fresh().migrated();
    private final PlainUnitOfWork units = PlainUnitOfWork.of(database.factory());
    private final Transactions transactions = new Transactions(units);
    private final AtomicInteger runs = new AtomicInteger();

    private static PersistenceException failure(String state, int code) {
        return new PersistenceException(new SQLException("x", state, code));
    }

    @Test
    void an_own_transaction_that_the_database_gave_up_on_is_run_again_whole() {
        String result = transactions.own(tx -> {
            tx.execute(
                    "insert into sms_consent (scope_kind, scope_id, peer, opted_out) values ('OWNER', 'a', 'b', false)");
            if (runs.incrementAndGet() < 5) {
                throw failure("40001", 0);
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(database.count("select count(*) from sms_consent")).isEqualTo(1);
    }

    @Test
    void it_is_not_run_for_ever_and_not_for_other_reasons() {
        assertThatThrownBy(() -> transactions.own(tx -> {
                    runs.incrementAndGet();
                    throw failure("40P01", 0);
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(runs.getAndSet(0)).isEqualTo(5);
        assertThatThrownBy(() -> transactions.own(tx -> {
                    runs.incrementAndGet();
                    throw failure("08006", 0);
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(runs.get()).isEqualTo(1);
    }

    @Test
    void in_a_hosts_transaction_nothing_is_run_twice() {
        try (var host = database.factory().createEntityManager()) {
            host.getTransaction().begin();
            assertThatThrownBy(() -> units.with(
                            host,
                            () -> transactions.join(tx -> {
                                runs.incrementAndGet();
                                throw failure("40001", 0);
                            })))
                    .isInstanceOf(PersistenceException.class);
            assertThat(host.getTransaction().isActive()).isTrue();
            host.getTransaction().rollback();
        }
        assertThat(runs.get()).isEqualTo(1);
    }
}
