package org.mizan.it.app.outcomes;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mizan.Invalidations;

/** A service that is no function of any client. */
@ApplicationScoped
public class Plain {
    @Inject
    private Inner inner;

    @Inject
    private Invalidations invalidations;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Whether something was said before its own commit. */
    @Transactional
    public boolean saidTooEarly(long id, boolean commit, BooleanSupplier said) {
        inner.joined(id);
        if (!commit) {
            transactions.setRollbackOnly();
        }
        return said.getAsBoolean();
    }

    @Transactional
    public void add(long id, boolean commit) {
        invalidations.add(ItemContext.class, Map.of("id", id));
        if (!commit) {
            transactions.setRollbackOnly();
        }
    }

    public void addAtOnce(long id) {
        invalidations.add(ItemContext.class, Map.of("id", id));
    }
}
