package org.mizan.it.app.outcomes;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import org.mizan.Client;
import org.mizan.Invalidations;

/** Functions that say by code what became stale. */
@ApplicationScoped
public class Programmatic {
    @Inject
    private Invalidations invalidations;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction byHand;

    @Client
    @Transactional
    public void addedAndCommitted(long id) {
        invalidations.add(ItemContext.class, Map.of("id", id));
    }

    @Client
    @Transactional
    public void addedAndRolledBack(long id) {
        invalidations.add(ItemContext.class, Map.of("id", id));
        transactions.setRollbackOnly();
    }

    @Client
    public void addedWithoutTransaction(long id) {
        invalidations.add(ItemContext.class, Map.of("id", id));
        invalidations.addFunction("other", Map.of("id", id));
    }

    @Client
    public void addedWithoutTransactionThrowing(long id) {
        invalidations.add(ItemContext.class, Map.of("id", id));
        throw new IllegalStateException("secret");
    }

    @Client
    public void addedByHand(long id, boolean commit) throws Exception {
        byHand.begin();
        invalidations.add(ItemContext.class, Map.of("id", id));
        if (commit) {
            byHand.commit();
        } else {
            byHand.rollback();
        }
    }

    @Client
    public void everythingAdded() {
        invalidations.add(OtherContext.class);
        invalidations.everything();
    }

    @Client
    public void manyAdded(int number) {
        invalidations.add(OtherContext.class, Map.of("id", 1L));
        for (long id = 0; id < number; id++) {
            invalidations.add(ItemContext.class, Map.of("id", id));
        }
    }
}
