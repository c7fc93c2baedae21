package org.mizan.it;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What pages say: their markup, their data as JavaScript reads it, and what a real browser makes of them. */
final class HtmlPages {
    private static final String DATA = "window.__MIZAN_SSR_DATA__=";
    private static final String NO_BROWSER = "there is no Chromium: install the package 'chromium'";
    private static final int PATIENCE_SECONDS = 90;

    private HtmlPages() {}

    /** The text between two tags. */
    static String text(String html, String begin, String end) {
        return between(html, begin, end)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&amp;", "&");
    }

    private static String between(String html, String begin, String end) {
        int from = html.indexOf(begin);
        if (from < 0) {
            throw new AssertionError("no " + begin + " in " + html.substring(0, Math.min(2_000, html.length())));
        }
        return html.substring(from + begin.length(), html.indexOf(end, from + begin.length()));
    }

    /** A part of a page's data in JSON; its script is run by Bun. */
    static String data(String html, String part) throws IOException, InterruptedException {
        var script = Files.createTempFile("page", ".js");
        try {
            Files.writeString(
                    script,
                    "globalThis.window = globalThis;\n" + DATA + between(html, DATA, "</script>")
                            + ";\nprocess.stdout.write(JSON.stringify(window.__MIZAN_SSR_DATA__" + part + "))");
            return output(List.of(Server.bun().toString(), script.toString()));
        } finally {
            Files.delete(script);
        }
    }

    /** The document after its scripts have run. The test is skipped without a browser, except where {@code CI=true}. */
    static String inBrowser(URI page) throws IOException, InterruptedException {
        var browser = chromium();
        if (browser.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(NO_BROWSER);
        }
        Assumptions.assumeTrue(browser.isPresent(), NO_BROWSER);
        var profile = Files.createTempDirectory("chromium");
        try {
            var document = output(List.of(
                    browser.orElseThrow().toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--user-data-dir=" + profile,
                    "--virtual-time-budget=20000",
                    "--dump-dom",
                    page.toString()));
            return document.substring(Math.max(0, document.indexOf("<html")));
        } finally {
            delete(profile);
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("output", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " has not ended");
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (java.io.UncheckedIOException | java.nio.file.DirectoryNotEmptyException e) {
            // A process of the browser is still ending; the folder is a temporary one.
        }
    }
}
