package io.smsmessenger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smsmessenger.model.Billing;
import io.smsmessenger.model.Content;
import io.smsmessenger.model.Encoding;
import io.smsmessenger.model.Message;
import io.smsmessenger.model.MessageStatus;
import io.smsmessenger.model.NumberAssignment;
import io.smsmessenger.model.UserId;
import io.smsmessenger.store.Claim;
import io.smsmessenger.store.Edit;
import io.smsmessenger.store.Gate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds when a text is changed at the moment when it leaves. */
public abstract class EditRacesContract extends SendingContractBase {
    private static final int ROUNDS = 10;

    private final UserId ann = user("ann");
    private NumberAssignment line;
    private Edit edit;

    @BeforeEach
    void annHasALine() {
        line = line(ann);
        edit = new Edit(Content.text("New"), new Billing(Encoding.GSM_7, 1, null), null, null, in(3600));
    }

    @Test
    @DisplayName("A text edited at the gate leaves with the old words or is taken back, never both")
    void gate() {
        for (int round = 0; round < ROUNDS; round++) {
            Message message = send(line, number(), "Old");
            Claim claim = claim(message);
            List<Boolean> won = Together.run(List.of(
                    () -> gate(claim) instanceof Gate.Passed,
                    () -> store().outbox().edit(ann, message.id(), edit, now).isPresent()));
            assertThat(won).containsExactlyInAnyOrder(true, false);
            Message after = reload(ann, message);
            assertThat(after.content().text()).isEqualTo(won.get(0) ? "Old" : "New");
            assertThat(after.status()).isEqualTo(won.get(0) ? MessageStatus.SENDING : MessageStatus.QUEUED);
        }
    }

    @Test
    @DisplayName("A text edited while it is claimed and sent goes out once, with the words that it shows")
    void claim() {
        for (int round = 0; round < ROUNDS; round++) {
            Message message = send(line, number(), "Old");
            List<List<Claim>> passed = Together.run(List.of(() -> pass(message), () -> pass(message), () -> {
                store().outbox().edit(ann, message.id(), edit, now);
                return pass(message);
            }));
            List<Claim> out = passed.stream().flatMap(List::stream).toList();
            // Nobody may have seen it while others held its row; then it still waits.
            List<Claim> all = out.isEmpty() ? pass(message) : out;
            assertThat(all).hasSize(1);
            assertThat(all.get(0).content()).isEqualTo(reload(ann, message).content());
        }
    }

    private List<Claim> pass(Message message) {
        return claims(now, message).stream()
                .filter(claim -> gate(claim) instanceof Gate.Passed)
                .toList();
    }
}
