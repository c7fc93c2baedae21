package org.mizan.core.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may call a function, as {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} say it (PROTOCOL §10).
 *
 * @param rule the kind of rule
 * @param roles the roles of which one is enough, for {@link Rule#ROLES}
 */
public record Access(Rule rule, SortedSet<String> roles) {

    /** The name in {@code @RolesAllowed} that means: anybody who is signed in. */
    public static final String ANYBODY_SIGNED_IN = "**";

    /** The kinds of rule. */
    public enum Rule {
        /** Everybody, and nobody in particular. */
        PERMIT,
        /** Callers in one of the roles. */
        ROLES,
        /** No caller at all. */
        DENY
    }

    /** Copies the roles. */
    public Access {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /** Everybody. */
    public static Access permit() {
        return new Access(Rule.PERMIT, Collections.emptySortedSet());
    }

    /** No caller. */
    public static Access deny() {
        return new Access(Rule.DENY, Collections.emptySortedSet());
    }

    /** Callers in one of these roles. */
    public static Access roles(Collection<String> roles) {
        return new Access(Rule.ROLES, new TreeSet<>(roles));
    }
}
