package org.mizan.core.manifest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.core.config.ManifestSettings;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;

/**
 * The edge manifest of an application. Immutable.
 *
 * @param version the version of its form
 * @param contexts the contexts by name
 * @param mutations the functions that make something stale, by name
 */
public record EdgeManifest(
        int version, SortedMap<String, ContextEntry> contexts, SortedMap<String, MutationEntry> mutations) {
    /** The version of the form that this library writes. */
    public static final int VERSION = 1;

    /** Copies the maps. */
    public EdgeManifest {
        contexts = Collections.unmodifiableSortedMap(new TreeMap<>(contexts));
        mutations = Collections.unmodifiableSortedMap(new TreeMap<>(mutations));
    }

    /** The manifest of an application whose endpoints are where its settings say. */
    public static EdgeManifest of(Registry registry, ManifestSettings settings) {
        return of(registry, settings, settings.base());
    }

    /**
     * The manifest of an application.
     *
     * @param base where its endpoints are, within the application; no slash at the end
     */
    public static EdgeManifest of(Registry registry, ManifestSettings settings, String base) {
        return new ManifestBuilder(registry, settings, base).build();
    }

    /** Reports what a manifest of these would be wrong about. */
    public static void check(Registry registry, ManifestSettings settings, Problems problems) {
        for (var context : settings.viewUrls().keySet()) {
            if (registry.context(context).isEmpty()) {
                problems.add(ManifestMessages.unknownContext(
                        context, registry.contexts().keySet()));
            }
        }
        for (var context : registry.contexts().values()) {
            if (!settings.viewUrls().containsKey(context.name())) {
                context.views().stream()
                        .filter(EdgeManifest::isHidden)
                        .forEach(view -> problems.add(ManifestMessages.unknownPath(view.place(), context.name())));
            }
        }
    }

    private static boolean isHidden(FunctionModel view) {
        return view.page() == null && view.route() == null;
    }

    /** Its JSON: members sorted, two spaces, one newline at the end (PROTOCOL §8). */
    public String text() {
        return ManifestText.of(this);
    }
}
