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
        return tables.atomically(() ->
                tables.optOuts.putIfAbsent(new ConsentKey(scope, peer), new OptOut(scope, peer, source, at)) == null);
    }

    @Override
    public boolean optIn(ConsentScope scope, Address peer, OptOut.Source source, Instant at) {
        return tables.atomically(() -> {
            ConsentKey key = new ConsentKey(scope, peer);
            OptOut standing = tables.optOuts.get(key);
            // What a person entered, only a person takes back.
            if (standing == null || (standing.source() == OptOut.Source.PERSON && source != OptOut.Source.PERSON)) {
                return false;
            }
            tables.optOuts.remove(key);
            return true;
        });
    }
}
