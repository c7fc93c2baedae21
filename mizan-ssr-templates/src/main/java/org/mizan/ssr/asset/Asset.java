package org.mizan.ssr.asset;

import java.nio.file.Path;

/** A file that browsers may load. */
public record Asset(Path file, String mediaType) {}
