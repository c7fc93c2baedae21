package org.mizan.core.config;

/** The names of the properties that configure the library. */
public final class PropertyNames {
    /** {@code java} (default) or {@code snake_case}: how Java names become names on the wire. */
    public static final String NAMING = "mizan.naming";
    /** The most bytes that the body of a call or route may have; 1048576 by default. */
    public static final String MAX_BODY = "mizan.max-body";
    /** The most bytes that {@code X-Mizan-Invalidate} may have before its targets are widened; 4096 by default. */
    public static final String MAX_HEADER = "mizan.invalidation.max-header";
    /** Roles that no guard mentions but callers may be in, separated by commas. */
    public static final String ROLES = "mizan.roles";

    private PropertyNames() {}
}
