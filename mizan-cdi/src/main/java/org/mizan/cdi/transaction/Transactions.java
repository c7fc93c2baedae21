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

    /** Whether the current transaction can only be rolled back. */
    boolean doomed();

    /** Hears how a transaction ended. */
    @FunctionalInterface
    interface Ending {
        /** It ended; committed unless it was surely rolled back. */
        void ended(boolean committed);
    }

    /**
     * Tells how the current transaction ends, which must not be doomed.
     *
     * <p>On the thread that ends it, before the method that began the transaction returns.
     */
    void afterCompletion(Ending ending);
}
