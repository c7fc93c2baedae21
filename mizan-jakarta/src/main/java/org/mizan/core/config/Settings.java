package org.mizan.core.config;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.schema.Naming;

/**
 * The settings of one application.
 *
 * @param naming how Java names become names on the wire
 * @param maxBody the most bytes of a body
 * @param maxHeader the most bytes of {@code X-Mizan-Invalidate}
 * @param roles declared roles beside those that guards mention
 * @param cache the origin cache
 * @param mwt the tokens that stand for callers
 * @param security who may call what, and from where
 * @param ssr the views that are rendered by Bun
 * @param manifest the edge manifest
 * @param edge caches in front of the application
 */
public record Settings(
        Naming naming,
        int maxBody,
        int maxHeader,
        SortedSet<String> roles,
        CacheSettings cache,
        MwtSettings mwt,
        SecuritySettings security,
        SsrSettings ssr,
        ManifestSettings manifest,
        EdgeSettings edge) {
    /** Copies the roles. */
    public Settings {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /** What holds when nothing is configured. */
    public static Settings defaults() {
        return new Settings(
                Naming.JAVA,
                1 << 20,
                4096,
                Collections.emptySortedSet(),
                CacheSettings.defaults(),
                MwtSettings.defaults(),
                SecuritySettings.defaults(),
                SsrSettings.defaults(),
                ManifestSettings.defaults(),
                EdgeSettings.defaults());
    }
}
