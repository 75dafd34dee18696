package io.smsmessenger.store;

import io.smsmessenger.model.ProviderAccount;
import java.util.List;

/** Provider accounts. */
public interface AccountStore {
    /** The account of this reference, made if it is new. Always commits by itself. */
    ProviderAccount ensure(String tenant, String provider, String reference);

    List<ProviderAccount> all();
}
