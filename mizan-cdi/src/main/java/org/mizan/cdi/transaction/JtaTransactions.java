package org.mizan.cdi.transaction;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Transactions through the synchronisation registry.
 *
 * <p>The registry is injected, never looked up late: on threads that the container does not manage the look-up fails
 * on WildFly and Open Liberty, while the injected one works.
 */
@ApplicationScoped
class JtaTransactions implements Transactions {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @Nullable
    TransactionSynchronizationRegistry registry;

    @Override
    public boolean active() {
        return status() == Status.STATUS_ACTIVE || status() == Status.STATUS_MARKED_ROLLBACK;
    }

    private int status() {
        return registry == null ? Status.STATUS_NO_TRANSACTION : registry.getTransactionStatus();
    }

    private TransactionSynchronizationRegistry required() {
        if (registry == null) {
            throw new IllegalStateException("no transaction is active");
        }
        return registry;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T resource(Object key, Supplier<T> make) {
        var kept = (T) required().getResource(key);
        if (kept == null) {
            kept = make.get();
            required().putResource(key, kept);
        }
        return kept;
    }

    @Override
    public boolean doomed() {
        return status() == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public void afterCompletion(Ending ending) {
        required().registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is known yet
            }

            @Override
            public void afterCompletion(int status) {
                ending.ended(status != Status.STATUS_ROLLEDBACK);
            }
        });
    }
}
