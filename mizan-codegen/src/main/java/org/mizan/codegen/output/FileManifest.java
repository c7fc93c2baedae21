package org.mizan.codegen.output;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.codegen.json.Json;
import org.mizan.codegen.json.PrettyJson;

/**
 * Which files of a folder were generated, with a hash of each.
 *
 * @param hashes SHA-256 in hex by path; line ends do not count, for version control may change them
 */
record FileManifest(SortedMap<String, String> hashes) {
    static final String NAME = ".mizan-files.json";

    /** Copies the map. */
    FileManifest {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    static FileManifest of(SortedMap<String, String> contents) {
        var hashes = new TreeMap<String, String>();
        contents.forEach((name, content) -> hashes.put(name, hash(content)));
        return new FileManifest(hashes);
    }

    /** The manifest of a folder; empty when it has none. */
    static FileManifest read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        var hashes = new TreeMap<String, String>();
        if (Files.isRegularFile(file)) {
            try (var reader = Json.createReader(Files.newBufferedReader(file))) {
                var value = reader.readObject().get("files");
                if (!(value instanceof JsonObject files)) {
                    throw new IOException("it has no member 'files'");
                }
                files.forEach((name, hash) -> {
                    if (isInside(name) && hash instanceof JsonString text) {
                        hashes.put(name, text.getString());
                    }
                });
            } catch (JsonException e) {
                throw new IOException("it is not JSON", e);
            }
        }
        return new FileManifest(hashes);
    }

    /** Whoever writes a manifest must not have files outside the folder deleted. */
    private static boolean isInside(String name) {
        var path = Path.of(name).normalize();
        return !path.isAbsolute() && !path.startsWith("..") && !name.isEmpty();
    }

    String text() {
        var files = Json.createObjectBuilder();
        hashes.forEach(files::add);
        return PrettyJson.of(
                Json.createObjectBuilder().add("version", 1).add("files", files).build());
    }

    static String hash(String content) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(normal(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String normal(String content) {
        return content.replace("\r\n", "\n");
    }
}
