package org.mizan.ssr.bundle;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is bundled.
 *
 * @param views the folder of the views
 * @param client the folder of the generated client; empty when there is none
 * @param output the folder of the bundle; it belongs to the bundler
 * @param root the folder that everything must lie in that is bundled; empty for anywhere
 * @param development whether it is for development
 */
public record Sources(Path views, Optional<Path> client, Path output, Optional<Path> root, boolean development) {}
