package org.mizan.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sources of the browser runtime, which are part of this jar. */
final class RuntimeSources {
    private static final String FOLDER = "typescript";
    private static final String INDEX = FOLDER + "/index.ts";

    private RuntimeSources() {}

    /** The sources by path within {@code runtime/}. */
    static SortedMap<String, String> read() {
        var index = RuntimeSources.class.getResource(INDEX);
        if (index == null) {
            throw new IllegalStateException("this jar was built without the runtime's sources");
        }
        try {
            return read(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, String> read(URL index) throws IOException, URISyntaxException {
        if (!index.getProtocol().equals("jar")) {
            return read(Path.of(index.toURI()).resolveSibling(""));
        }
        var jar = URI.create(index.toString().substring(0, index.toString().indexOf("!/")));
        var within = index.toString().substring(index.toString().indexOf("!/") + 1);
        try (var files = FileSystems.newFileSystem(Path.of(URI.create(jar.getSchemeSpecificPart())), Map.of())) {
            return read(files.getPath(within).resolveSibling(""));
        }
    }

    private static SortedMap<String, String> read(Path folder) throws IOException {
        var sources = new TreeMap<String, String>();
        try (var tree = Files.walk(folder)) {
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".ts") || name.endsWith(".tsx")) {
                    sources.put(name, Files.readString(file).replace("\r\n", "\n"));
                }
            }
        }
        return sources;
    }
}
