package org.mizan.codegen;

import java.nio.file.Path;
import java.util.Map;
import org.mizan.codegen.scan.ClassPath;

/**
 * What is generated from what, and where.
 *
 * @param path the application's classes
 * @param settings values for {@code mizan.naming} and {@code mizan.default-access} that precede the application's own
 * @param output the folder of the client
 * @param suspense whether there are hooks that suspend
 * @param openApi whether there is an {@code openapi.json}
 * @param base the path of the endpoints, for {@code openapi.json} alone
 */
public record Options(
        ClassPath path, Map<String, String> settings, Path output, boolean suspense, boolean openApi, String base) {
    /** Copies the map. */
    public Options {
        settings = Map.copyOf(settings);
    }
}
