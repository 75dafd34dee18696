package io.smsmessenger.sending;

import io.smsmessenger.model.Address;
import java.time.ZoneId;
import java.util.Set;

/** Tells where a recipient's clock may be. A host that knows its contacts' zones answers better than an area code can. */
@FunctionalInterface
public interface RecipientZones {
    /** Every zone that the recipient may be in; empty when nothing is known. */
    Set<ZoneId> of(Address recipient);

    /**
     * By the number alone: in North America its area code, elsewhere its country. Areas that zones share get all of
     * them; numbers of no place, such as toll-free ones, none.
     */
    static RecipientZones byNumber() {
        return new NumberZones();
    }
}
