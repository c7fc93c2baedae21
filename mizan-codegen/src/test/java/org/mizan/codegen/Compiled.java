package org.mizan.codegen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.mizan.codegen.scan.ClassPath;

/** An application that a test compiles. */
public final class Compiled {
    private Compiled() {}

    /** Compiles a folder of {@code src/test/fixtures}. */
    public static Path fixture(String name, Path classes) throws IOException {
        try (var tree = Files.walk(Path.of("src/test/fixtures", name))) {
            return compile(
                    tree.filter(file -> file.toString().endsWith(".java")).toList(), classes);
        }
    }

    /** Compiles sources, by the name of their public class without package. */
    public static Path sources(Map<String, String> sources, Path folder) throws IOException {
        var files = new java.util.ArrayList<Path>();
        Files.createDirectories(folder);
        for (var source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        return compile(files, folder.resolve("classes"));
    }

    private static Path compile(List<Path> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        var arguments = new java.util.ArrayList<>(List.of(
                "--release",
                "17",
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        sources.forEach(source -> arguments.add(source.toString()));
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertTrue(compiler.run(null, null, null, arguments.toArray(String[]::new)) == 0, "does not compile");
        return classes;
    }

    /** A jar of this class path. */
    public static Path jar(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /** Options for classes that are deployed with JSpecify's annotations. */
    public static Options options(Path classes, Path output) {
        return new Options(
                new ClassPath(List.of(classes), List.of(jar("jspecify")), List.of(), null),
                Map.of(),
                output,
                true,
                true,
                "/api/mizan");
    }
}
