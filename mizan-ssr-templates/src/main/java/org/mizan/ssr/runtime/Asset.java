package org.mizan.ssr.runtime;

import java.nio.file.Path;

/** A file that browsers may load. */
public record Asset(Path file, String mediaType) {}
