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

    /** How the caller proved who it is. */
    Authentication authentication();

    /** The ways of proving who one is, of which the first that a request has counts (PROTOCOL §10). */
    enum Authentication {
        /** Nobody is signed in. */
        NONE,
        /** A token of the library's own, in {@code X-Mizan-Token}. */
        MWT,
        /** A MicroProfile JWT, in {@code Authorization: Bearer}. */
        BEARER,
        /** What the container knows besides: a session, BASIC, a certificate. */
        CONTAINER
    }
}
