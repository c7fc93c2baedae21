package org.mizan.core.cache;

import java.util.LinkedHashSet;
import java.util.Set;
import org.mizan.core.protocol.TargetSet;

/**
 * One mutation, from before it runs until its outcome is known (PROTOCOL §7.3).
 *
 * <p>While it runs, nobody hits or fills what it may change, because its lease stands in the records; it is renewed in
 * the background until {@link #commit} or {@link #rollback} ends it, or its owner forgets it. Thread-safe.
 */
public final class Mutation {
    private final Mutations mutations;
    private final String lease;
    private final Set<String> records = new LinkedHashSet<>();
    private boolean ended;

    Mutation(Mutations mutations, String lease) {
        this.mutations = mutations;
        this.lease = lease;
    }

    /**
     * Announces what it may change, before it does.
     *
     * @throws CacheUnavailableException when the store cannot be told and mutations are to be refused then; end it
     */
    public synchronized void lease(TargetSet targets) {
        var added = mutations.records(targets);
        added.removeAll(records);
        if (added.isEmpty()) {
            return;
        }
        if (ended) {
            mutations.outdate(added, lease);
            return;
        }
        records.addAll(added);
        mutations.lease(added, lease);
    }

    /** What it announced has changed, or may have. Never fails: what the store cannot be told now, it is told later. */
    public synchronized void commit() {
        if (end()) {
            mutations.outdate(records, lease);
        }
    }

    /** Nothing has changed. Never fails. */
    public synchronized void rollback() {
        if (end()) {
            mutations.release(records, lease);
        }
    }

    private boolean end() {
        boolean first = !ended;
        ended = true;
        mutations.ended(this);
        return first && !records.isEmpty();
    }

    /** Writes a later end of the lease; excluded from ending meanwhile, or it would be written after it was taken out. */
    synchronized void renew() {
        if (!ended && !records.isEmpty()) {
            mutations.renew(records, lease);
        }
    }
}
