package org.mizan;

import java.util.SortedSet;

/**
 * Who asks: an id and the roles it is in, or nobody (PROTOCOL §10).
 *
 * <p>Injectable in every bean that runs for a request. Thread-safe.
 */
public interface Caller {

    /**
     * The name of the caller's principal.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    String id();

    /** The roles that the caller is in, of those that the application declares; sorted, unmodifiable. */
    SortedSet<String> roles();

    /** Whether somebody is signed in. */
    boolean authenticated();
}
