package org.mizan.ssr;

/**
 * The one script that stands in the page itself, in a {@code Content-Security-Policy}.
 *
 * <p>{@code "script-src 'self' " + DataScript.SOURCE} lets it run, and no other script in the page: when a controller's
 * view is rendered, its hash ({@code 'sha256-…'}, CSP Level 3 §6.7.2.3) takes the place of {@link #SOURCE}. Unlike a
 * {@link Nonce} it is the same for everybody who gets the page, so the page may be kept.
 */
public final class DataScript {
    /** What stands for the hash until the page is there; no source, so where there is no page it allows nothing. */
    public static final String SOURCE = "'mizan-ssr-data'";

    private DataScript() {}
}
