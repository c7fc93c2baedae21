package org.mizan.ssr.asset;

/** Where the client's files are. */
public final class AssetPath {
    /** The path below the context root. */
    public static final String BELOW_THE_ROOT = "/mizan-assets/";

    private AssetPath() {}
}
