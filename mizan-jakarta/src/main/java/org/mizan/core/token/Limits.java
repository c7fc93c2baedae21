package org.mizan.core.token;

/** What no token exceeds, minted or verified. */
final class Limits {
    /** The most characters of a token. */
    static final int LENGTH = 8192;

    /** The most roles of a caller. */
    static final int ROLES = 100;

    private Limits() {}
}
