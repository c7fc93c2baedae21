package org.mizan.core.config;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A setting that no log, message or {@code toString} shows. Immutable. */
public final class Secret {
    private final String text;

    /** Keeps a text. */
    public Secret(String text) {
        this.text = text;
    }

    /** The text itself. */
    public String reveal() {
        return text;
    }

    /** Its bytes in UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
