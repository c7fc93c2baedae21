package org.mizan.ssr.bridge;

import java.time.Duration;
import java.util.List;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 01400 to 01419. */
final class BridgeMessages {
    private BridgeMessages() {}

    static String component(String view, RenderException.Place place) {
        var where = place.file()
                .map(file -> " (" + file + ":" + place.line() + ":" + place.column() + ")")
                .orElse("");
        return text(1400, view, "it threw " + place.message() + where + ".", "Look at the stack.");
    }

    static String overloaded(String view, int queue) {
        return text(
                1401,
                view,
                "it is not rendered: " + queue + " renders wait already, which is what mizan.ssr.queue admits.",
                "Add workers (mizan.ssr.workers) or processors.");
    }

    static String waitedTooLong(String view, Duration timeout) {
        return text(
                1402,
                view,
                "no worker was free for it in " + millis(timeout) + ".",
                "Add workers (mizan.ssr.workers) or processors, or lower mizan.ssr.queue.");
    }

    static String late(String view, Duration timeout) {
        return text(
                1403,
                view,
                "it was not rendered in " + millis(timeout) + "; its worker was killed.",
                "Look for an endless loop or a promise that is never fulfilled, or raise mizan.ssr.timeout.");
    }

    static String tooLong(String view, Duration limit) {
        return text(
                1411,
                view,
                "it was not rendered in " + millis(limit) + ", waiting behind others included.",
                "Add workers (mizan.ssr.workers) or processors, or look for slow views.");
    }

    static String lostTwice(String view, String why) {
        return text(
                1404,
                view,
                "two workers were lost while they rendered it; the second one because " + why + ".",
                "Look for what ends the process, writes to its output, or needs very much memory.");
    }

    static String tooLarge(String view, long length, int most) {
        return text(
                1405,
                view,
                "its page has " + length + " bytes; mizan.ssr.max-page admits " + most + ".",
                "Render less at once, or raise mizan.ssr.max-page.");
    }

    static String notReady(String view, String why) {
        return text(1406, view, "there is no worker that could render it: " + why, "Mizan keeps trying.");
    }

    static String interrupted(String view) {
        return text(
                1407, view, "the thread that waited for it was interrupted.", "The request was most likely given up.");
    }

    static String closed(String view) {
        return text(1408, view, "the application is ending.", "Nothing is rendered any more.");
    }

    static String workerLost(long pid, String why, List<String> lastLines) {
        return text(
                1409,
                "worker " + pid,
                "it is gone because " + why + "." + printed(lastLines),
                "Another one takes its place; renders that it had are repeated once.");
    }

    static String neverStarted(String why, List<String> lastLines) {
        return text(
                1410,
                "worker",
                "it did not get ready: " + why + "." + printed(lastLines),
                "Try the Bun that mizan.ssr.bun names, and see whether the temporary folder can be read.");
    }

    private static String printed(List<String> lines) {
        return lines.isEmpty() ? "" : " It printed last:\n" + String.join("\n", lines) + "\n";
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }

    private static String text(int code, String place, String cause, String remedy) {
        return Problem.error(code, place, cause, remedy).toString();
    }
}
