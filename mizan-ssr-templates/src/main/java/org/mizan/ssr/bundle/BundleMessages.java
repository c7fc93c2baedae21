package org.mizan.ssr.bundle;

import java.nio.file.Path;

/** The messages of this package: codes 01420 to 01449. */
final class BundleMessages {
    private BundleMessages() {}

    static String unreadable(Path manifest, Exception cause) {
        return "MIZAN-01430: " + manifest + ": it is no manifest of a bundle (" + cause.getMessage()
                + "). Run mizan:bundle again.";
    }

    static String otherVersion(Path manifest) {
        return "MIZAN-01431: " + manifest + ": it was made by another version of the bundler. Run mizan:bundle of the"
                + " version that the application has.";
    }

    static String notUnpacked(Path folder) {
        return "MIZAN-01432: " + folder + ": what Bun runs cannot be written there. Make room, or name another folder by"
                + " java.io.tmpdir.";
    }
}
