package org.mizan.ssr.asset;

/** Where the client's files are. */
public final class AssetPath {
    /** The path below the context root. */
    public static final String BELOW_THE_ROOT = "/mizan-assets/";

    private AssetPath() {}

    /**
     * The path in URLs.
     *
     * @param contextPath that of the application; {@code /} for the root, too, as Liberty and Payara have it while an
     *     application starts: two slashes would name a host
     */
    public static String in(String contextPath) {
        return (contextPath.equals("/") ? "" : contextPath) + BELOW_THE_ROOT;
    }
}
