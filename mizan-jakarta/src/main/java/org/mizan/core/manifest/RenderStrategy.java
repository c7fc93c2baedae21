package org.mizan.core.manifest;

/** How the pages of a context are made (PROTOCOL §8). */
public enum RenderStrategy {
    /** For each user anew: an edge keeps nothing of it. */
    DYNAMIC_CACHED("dynamic_cached"),
    /** Once for everybody, until a mutation makes them stale. */
    PSR("psr");

    private final String text;

    RenderStrategy(String text) {
        this.text = text;
    }

    /** Its word in the manifest. */
    public String text() {
        return text;
    }
}
