package org.mizan.core.manifest;

import java.util.Set;
import org.mizan.core.config.PropertyNames;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 00580 to 00589. */
final class ManifestMessages {
    private ManifestMessages() {}

    static Problem unknownContext(String name, Set<String> contexts) {
        return Problem.error(
                580,
                PropertyNames.MANIFEST_VIEW_URLS,
                "there is no context '" + name + "'.",
                "Name one of " + contexts + ".");
    }

    static Problem unknownPath(String place, String context) {
        return Problem.warning(
                581,
                place,
                "nothing says at which path it is, so an edge would not learn that its page became stale.",
                "Give its class a @Path, or name the path: " + PropertyNames.MANIFEST_VIEW_URLS + "=" + context
                        + "=/path/.");
    }
}
