package io.smsmessenger.jpa;

import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.store.ConsentStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who does not want to be texted. */
final class JpaConsents implements ConsentStore {
    private final Transactions transactions;

    JpaConsents(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<OptOut> find(Collection<ConsentScope> scopes, Address peer) {
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        Set<ConsentScope> asked = new HashSet<>(scopes);
        List<String> ids = asked.stream().map(ConsentScope::id).distinct().toList();
        List<String> kinds =
                asked.stream().map(scope -> scope.kind().name()).distinct().toList();
        return transactions.join(tx -> tx
                .read(
                        "select s.scopeKind, s.scopeId, s.source, s.since from SmsConsent s where s.peer = ?1"
                                + " and s.scopeKind in ?2 and s.scopeId in ?3 and s.optedOut = true",
                        peer.value(),
                        kinds,
                        ids)
                .stream()
                .map(row -> new OptOut(
                        new ConsentScope(row.word(ConsentScope.Kind.class), row.text()),
                        peer,
                        row.word(OptOut.Source.class),
                        row.instant()))
                // Kinds and ids were asked for apart.
                .filter(optOut -> asked.contains(optOut.scope()))
                .min(Comparator.comparing(OptOut::scope)));
    }

    @Override
    public boolean optOut(ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        return transactions.join(tx -> ConsentRows.optOut(tx, scope, peer, source, at));
    }

    @Override
    public boolean optIn(ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        return transactions.join(tx -> ConsentRows.optIn(tx, scope, peer, source, at));
    }
}
