package org.mizan.cdi.interceptor;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.transaction.NoTransactions;
import org.mizan.cdi.transaction.Transactions;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** Sees to it that what became stale is said when the transaction's outcome says so (PROTOCOL §6.4). */
@ApplicationScoped
class Invalidator {
    private static final Logger LOG = System.getLogger(Invalidator.class.getName());

    @Inject
    RequestState request;

    @Inject
    Instance<Transactions> platformTransactions;

    private Transactions transactions;

    @PostConstruct
    void start() {
        transactions = platformTransactions.isResolvable() ? platformTransactions.get() : new NoTransactions();
    }

    /** What one transaction made stale. */
    private static final class Collected {
        private final TargetSet.Builder targets = new TargetSet.Builder();
    }

    boolean inTransaction() {
        return transactions.active();
    }

    /** Adds targets that count when the current transaction commits. */
    void collect(TargetSet added) {
        if (added.isEmpty()) {
            return;
        }
        var here = targets();
        var collected = transactions.resource(Collected.class, () -> {
            var fresh = new Collected();
            transactions.afterCommit(() -> publish(fresh.targets.build(), here));
            return fresh;
        });
        added.targets().forEach(collected.targets::add);
    }

    /** Adds a target by the rule for where the code runs: transaction, call, or neither. */
    void add(Target target) {
        if (transactions.active()) {
            collect(TargetSet.none().with(target));
            return;
        }
        var run = current();
        if (run == null) {
            publish(TargetSet.none().with(target), targets());
        } else {
            run.add(target);
        }
    }

    private @Nullable Run current() {
        try {
            return request.current();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    private @Nullable RequestTargets targets() {
        try {
            return request.targets();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    /** Says it: now, for the response of the request and for whoever else listens. Never throws. */
    void publish(TargetSet targets, @Nullable RequestTargets here) {
        if (targets.isEmpty()) {
            return;
        }
        try {
            LOG.log(Level.DEBUG, () -> "stale: " + targets.toHeader());
            if (here != null) {
                here.add(targets);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "MIZAN-00800: an invalidation was committed but could not be told: " + targets, e);
        }
    }
}
