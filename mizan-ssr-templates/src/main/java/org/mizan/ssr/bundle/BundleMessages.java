package org.mizan.ssr.bundle;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 01420 to 01439. */
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
        return "MIZAN-01432: " + folder
                + ": what Bun runs cannot be written there. Make room, or name another folder by" + " java.io.tmpdir.";
    }

    static String notDeleted(Path file) {
        return "MIZAN-01435: " + file + " cannot be deleted, and stays. Delete it when no process uses it.";
    }

    /** A problem as the bundler's script tells it. */
    static Problem problem(JsonObject told) {
        var place = told.getString("file", "the views")
                + (told.containsKey("line") ? ":" + told.getInt("line") + ":" + told.getInt("column", 0) : "");
        var message = told.getString("message", "");
        return switch (told.getString("kind", "source")) {
            case "react-twice" ->
                Problem.error(
                        1421, place, message, "Have one React: remove the second from node_modules, or deduplicate.");
            case "react-versions" ->
                Problem.error(1422, place, message, "Give react and react-dom the same version in package.json.");
            case "document" -> Problem.error(1423, place, message, "Correct _document.tsx.");
            case "unwritable" -> Problem.error(1424, place, message, "Make room, or name another folder.");
            case "outside" -> Problem.error(1429, place, message, "Put it into the archive, or run mizan:bundle.");
            default -> Problem.error(1420, place, message, "Correct the source.");
        };
    }

    static Problem late(Sources sources, Duration limit) {
        return Problem.error(
                1428,
                sources.views().toString(),
                "they were not bundled in " + limit.toSeconds() + " s; the bundler was killed.",
                "Look for an endless loop in what _document.tsx runs.");
    }

    static Problem ended(Sources sources, int exit) {
        return Problem.error(
                1425,
                sources.views().toString(),
                "the bundler ended with exit code " + exit + " and said nothing.",
                "See that the folder is there, and what the bundler printed: it is in the log.");
    }

    static Problem notRun(Exception cause) {
        return Problem.error(
                1426, "mizan:bundle", "the bundler cannot be run: " + cause.getMessage() + ".", "Check Bun's file.");
    }

    static Problem noBun(String message) {
        return Problem.error(1427, "mizan:bundle", "there is no Bun to bundle with.", message);
    }
}
