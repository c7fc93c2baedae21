package org.mizan.core.config;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.schema.Access;

/**
 * The settings of who may call what, and from where.
 *
 * @param defaultAccess who may call a function without an annotation that says so
 * @param allowedOrigins the origins beside the own one from which browsers may send requests with credentials
 * @param csrfCookie the name of the cookie that carries the token
 * @param csrfHeader the name of the header that returns it
 * @param maxConcurrent how many requests are answered at the same time; 0 for any number
 * @param strict whether what is probably a mistake fails, as in development and tests
 */
public record SecuritySettings(
        Access defaultAccess,
        SortedSet<String> allowedOrigins,
        String csrfCookie,
        String csrfHeader,
        int maxConcurrent,
        boolean strict) {

    /** Copies the origins. */
    public SecuritySettings {
        allowedOrigins = Collections.unmodifiableSortedSet(new TreeSet<>(allowedOrigins));
    }

    /** What holds when nothing is configured. */
    public static SecuritySettings defaults() {
        return new SecuritySettings(
                Access.permit(), Collections.emptySortedSet(), "XSRF-TOKEN", "X-XSRF-TOKEN", 0, false);
    }
}
