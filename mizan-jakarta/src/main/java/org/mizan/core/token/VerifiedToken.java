package org.mizan.core.token;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a good token says. Immutable.
 *
 * @param id the caller's id
 * @param roles the caller's roles when the token was minted; sorted, unmodifiable
 * @param pkey the key of those roles, {@link org.mizan.core.identity.RolesKey}
 * @param expiresAt when the token stops being valid, leeway not included
 */
public record VerifiedToken(String id, SortedSet<String> roles, String pkey, Instant expiresAt) {
    /** Copies the roles. */
    public VerifiedToken {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
