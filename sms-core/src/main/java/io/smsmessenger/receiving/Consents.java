package io.smsmessenger.receiving;

import io.smsmessenger.model.ConsentScope;
import io.smsmessenger.model.Keyword;
import io.smsmessenger.model.ProviderEvent.InboundText;
import io.smsmessenger.store.InboxStore.ConsentEffect;
import io.smsmessenger.text.Keywords;

/** Reads from a text what its sender asks of us. */
final class Consents {
    private final ConsentScope.Kind scope;

    Consents(ConsentScope.Kind scope) {
        this.scope = scope;
    }

    /** What the carrier acted upon counts first: its block is a fact, whatever we make of the words. */
    ConsentEffect effect(InboundText text) {
        Keyword keyword = text.handled() != null
                ? text.handled()
                : Keywords.of(text.content().text()).orElse(Keyword.HELP);
        return new ConsentEffect(
                switch (keyword) {
                    case STOP -> ConsentEffect.Change.OPT_OUT;
                    case START -> ConsentEffect.Change.OPT_IN;
                    case HELP -> ConsentEffect.Change.NONE;
                },
                scope);
    }
}
