package org.mizan.cdi.transaction;

import java.util.function.Supplier;

/** A platform without transactions. */
public final class NoTransactions implements Transactions {
    @Override
    public boolean active() {
        return false;
    }

    @Override
    public <T> T resource(Object key, Supplier<T> make) {
        throw new IllegalStateException("no transaction is active");
    }

    @Override
    public boolean doomed() {
        return false;
    }

    @Override
    public void afterCompletion(Ending ending) {
        throw new IllegalStateException("no transaction is active");
    }
}
