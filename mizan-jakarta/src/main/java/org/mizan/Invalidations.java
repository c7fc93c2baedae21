package org.mizan;

import java.util.Map;

/**
 * Lets code say, while it runs, what it made stale, beyond what {@link Client#affects()} says.
 *
 * <p>Injectable in every bean. What is added follows the commit rule of PROTOCOL §6.4: it counts when the transaction
 * commits, not at all when it is rolled back; without a transaction, when the {@link Client} method around it ends, or
 * at once where there is none. Thread-safe, but an addition belongs to the call that runs on the thread that made it.
 */
public interface Invalidations {

    /** Adds a whole context. */
    default void add(Class<? extends ReactContext> context) {
        add(context, Map.of());
    }

    /**
     * Adds the part of a context that a set of parameters selects.
     *
     * @param scope values by parameter name; an empty map means the whole context
     * @throws IllegalArgumentException when no function belongs to the context, a name is none of its parameters, or
     *     a value is not of the parameter's type
     */
    void add(Class<? extends ReactContext> context, Map<String, ?> scope);

    /**
     * Adds one function of a context, narrowed by a set of parameters.
     *
     * @throws IllegalArgumentException as for a context, and when no context has a function of this name
     */
    void addFunction(String function, Map<String, ?> scope);

    /** Adds everything there is, as after a repair by hand in the database. */
    void everything();
}
