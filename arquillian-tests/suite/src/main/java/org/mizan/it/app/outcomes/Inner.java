package org.mizan.it.app.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.mizan.Client;

/** Mutations that other beans call. */
@ApplicationScoped
public class Inner {
    @Inject
    private Rows rows;

    @Client(affects = ItemContext.class)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void inNew(long id) {
        rows.write(id, "new");
    }

    @Client(affects = ItemContext.class)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void inNewFailing(long id) {
        throw new IllegalStateException("secret");
    }

    @Client(affects = ItemContext.class)
    @Transactional
    public void joined(long id) {
        rows.write(id, "joined");
    }

    @Client(affects = ItemContext.class)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void notSupported(long id) {
        // writes somewhere that no transaction reaches
    }
}
