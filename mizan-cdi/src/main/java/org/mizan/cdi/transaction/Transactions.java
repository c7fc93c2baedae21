package org.mizan.cdi.transaction;

import java.util.function.Supplier;

/** The transaction of the current thread. Thread-safe. */
public interface Transactions {

    /** Whether one is active here; what is done now counts only when it commits. */
    boolean active();

    /**
     * The object that was kept with the current transaction, or a new one that is kept from now on.
     *
     * @param key unique in the process
     */
    <T> T resource(Object key, Supplier<T> make);

    /**
     * Runs something when the current transaction has committed; nothing when it is rolled back.
     *
     * <p>On the thread that commits, before the method that began the transaction returns.
     */
    void afterCommit(Runnable action);
}
