package org.mizan.codegen.scan;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an application's classes are.
 *
 * @param classes its own directories of classes, searched for beans
 * @param libraries the jars that it is deployed with, searched for beans too
 * @param provided jars that a server has: not searched, there to understand the application's classes
 * @param webapp the folder of its {@code WEB-INF}, where a {@code beans.xml} may be
 */
public record ClassPath(
        List<Path> classes,
        List<Path> libraries,
        List<Path> provided,
        @Nullable Path webapp) {
    /** Copies the lists. */
    public ClassPath {
        classes = List.copyOf(classes);
        libraries = List.copyOf(libraries);
        provided = List.copyOf(provided);
    }
}
