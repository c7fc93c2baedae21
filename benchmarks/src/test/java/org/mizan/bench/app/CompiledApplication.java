package org.mizan.bench.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiled sources in a directory.
 *
 * @param classes the directory
 */
public record CompiledApplication(Path classes) {

    /** Compiles for Java 17, with parameter names, against the class path of this process. */
    public static CompiledApplication compile(Map<String, String> sources, Path classes) throws IOException {
        return compile(sources, classes, List.of());
    }

    /** The same, against further archives, which a server provides. */
    public static CompiledApplication compile(Map<String, String> sources, Path classes, List<Path> provided)
            throws IOException {
        var units = new ArrayList<JavaFileObject>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        Files.createDirectories(classes);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of(
                "--release",
                "17",
                "-parameters",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                Stream.concat(Stream.of(System.getProperty("java.class.path")), provided.stream())
                        .map(Object::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        if (!compiler.getTask(null, null, null, options, null, units).call()) {
            throw new IOException("the generated sources do not compile");
        }
        return new CompiledApplication(classes);
    }

    /** The classes of these names; their loader lives as long as they do. */
    public List<Class<?>> load(List<String> names) throws MalformedURLException, ClassNotFoundException {
        @SuppressWarnings("resource") // Closed, it could load no more.
        var loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        var loaded = new ArrayList<Class<?>>();
        for (var name : names) {
            loaded.add(loader.loadClass(name));
        }
        return loaded;
    }

    /** Writes a web archive of the classes and libraries. */
    public void writeWar(Path war, List<Path> libraries) throws IOException {
        Files.createDirectories(war.getParent());
        try (OutputStream file = Files.newOutputStream(war);
                var zip = new ZipOutputStream(file);
                var tree = Files.walk(classes)) {
            for (var each : tree.filter(Files::isRegularFile).sorted().toList()) {
                add(zip, "WEB-INF/classes/" + classes.relativize(each), each);
            }
            for (var library : libraries) {
                add(zip, "WEB-INF/lib/" + library.getFileName(), library);
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, Path content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(content, zip);
        zip.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
