package org.mizan.core.cache.entry;

import java.nio.charset.StandardCharsets;

/**
 * A bundle, where it lies: from an offset to the end of an array that nobody may change.
 *
 * @param bytes not copied, so that a hit in the process costs nothing for its size
 */
public record Body(byte[] bytes, int offset) {

    /** Its text. */
    public String text() {
        return new String(bytes, offset, bytes.length - offset, StandardCharsets.UTF_8);
    }
}
