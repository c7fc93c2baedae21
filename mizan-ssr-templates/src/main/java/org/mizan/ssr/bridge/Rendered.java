package org.mizan.ssr.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a worker rendered. The array belongs to whoever receives it.
 *
 * @param html UTF-8
 * @param head how many of the first bytes belong into the document's head
 * @param lang the document's language, when the view says one
 */
public record Rendered(byte[] html, int head, @Nullable String lang) {}
