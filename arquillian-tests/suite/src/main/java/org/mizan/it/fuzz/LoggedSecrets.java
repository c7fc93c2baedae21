package org.mizan.it.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Watches everything that a server writes where its log is, for what must not be there. */
public final class LoggedSecrets {
    /** So many characters of a secret in a row count as the secret. */
    private static final int PIECE = 14;

    private final Path directory;
    private final Map<Path, Long> before = new HashMap<>();
    private long lines;

    /** Begins to watch. */
    public LoggedSecrets(Path log) throws IOException {
        this.directory = log.toAbsolutePath().getParent();
        for (var file : files()) {
            before.put(file, Files.size(file));
        }
    }

    private List<Path> files() throws IOException {
        try (var tree = Files.walk(directory)) {
            return tree.filter(file -> file.getFileName().toString().matches(".*\\.(log|txt)([.\\d_-].*)?"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /** The lines written since that have a piece of a secret. */
    public List<String> found(Set<String> secrets) throws IOException {
        var pieces = pieces(secrets);
        var found = new ArrayList<String>();
        lines = 0;
        for (var file : files()) {
            for (var line : news(file).lines().toList()) {
                lines++;
                pieces.stream()
                        .filter(line::contains)
                        .filter(piece -> !isOfLiberty(file.getFileName().toString(), line))
                        .findFirst()
                        .ifPresent(piece -> found.add(file.getFileName() + ": " + piece + " in " + line));
            }
        }
        return found;
    }

    /**
     * Liberty logs ids of sessions that are too long or too short to be its own, and in a report of a failure of its own
     * (FFDC) it writes down all headers of the request.
     */
    private static boolean isOfLiberty(String file, String line) {
        return line.contains("WASSessionCore") && line.contains("Detected JSESSIONID with invalid length")
                || file.startsWith("ffdc_") && line.strip().matches("strings\\[\\d+] = \"[A-Za-z-]+=.*");
    }

    /** How many lines were written. */
    public long lines() {
        return lines;
    }

    /** Those that mention a text. */
    public List<String> mentioning(String text) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files()) {
            news(file).lines().filter(line -> line.contains(text)).forEach(found::add);
        }
        return found;
    }

    private String news(Path file) throws IOException {
        long from = before.getOrDefault(file, 0L);
        try (var in = Files.newInputStream(file)) {
            // A file that has become shorter was begun anew.
            in.skipNBytes(from <= Files.size(file) ? from : 0);
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Beginning, middle and end of each: a secret that was spoilt at one place is recognised by the others. */
    private static Set<String> pieces(Set<String> secrets) {
        var pieces = new TreeSet<String>();
        for (var secret : secrets) {
            if (secret.length() <= PIECE) {
                pieces.add(secret);
                continue;
            }
            int last = secret.length() - PIECE;
            for (int at : new int[] {0, last / 2, last}) {
                pieces.add(secret.substring(at, at + PIECE));
            }
        }
        return pieces;
    }
}
