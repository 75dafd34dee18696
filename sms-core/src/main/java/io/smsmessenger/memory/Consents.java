package io.smsmessenger.memory;

import io.smsmessenger.memory.Tables.ConsentKey;
import io.smsmessenger.model.Address;
import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.OptOut;
import io.smsmessenger.store.ConsentStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

final class Consents implements ConsentStore {
    private final Tables tables;

    Consents(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<OptOut> find(Collection<ConsentScope> scopes, Address peer) {
        return tables.atomically(() -> scopes.stream()
                .sorted()
                .map(scope -> tables.optOuts.get(new ConsentKey(scope, peer)))
                .filter(Objects::nonNull)
                .findFirst());
    }

    @Override
    public boolean optOut(ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        return tables.atomically(() -> {
            ConsentKey key = new ConsentKey(scope, peer);
            boolean late = isLate(key, source, at);
            remember(key, at);
            return !late && tables.optOuts.putIfAbsent(key, new OptOut(scope, peer, source, at)) == null;
        });
    }

    @Override
    public boolean optIn(ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        return tables.atomically(() -> {
            ConsentKey key = new ConsentKey(scope, peer);
            OptOut standing = tables.optOuts.get(key);
            boolean persons = standing != null && standing.source() == OptOut.Source.PERSON;
            // What a person entered, only a person takes back.
            if (isLate(key, source, at) || (persons && source != OptOut.Source.PERSON)) {
                return false;
            }
            remember(key, at);
            return tables.optOuts.remove(key) != null;
        });
    }

    private boolean isLate(ConsentKey key, OptOut.Source source, Instant at) {
        Instant asked = tables.consentAsked.get(key);
        return source != OptOut.Source.PERSON && asked != null && at.isBefore(asked);
    }

    private void remember(ConsentKey key, Instant at) {
        tables.consentAsked.merge(key, at, (known, told) -> told.isAfter(known) ? told : known);
    }
}
