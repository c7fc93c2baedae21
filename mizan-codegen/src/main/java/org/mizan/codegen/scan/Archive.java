package org.mizan.codegen.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.mizan.core.problem.Problems;

/**
 * A place that beans can be in.
 *
 * @param location the directory or jar
 * @param mode which of its classes are beans
 * @param names the names of its classes
 */
record Archive(Path location, DiscoveryMode mode, Set<String> names) {
    private static final String IN_JAR = "META-INF/beans.xml";

    /** A directory of classes, whose files go into the index. */
    static Archive directory(Path directory, @Nullable Path webapp, ClassIndex index, Problems problems)
            throws IOException {
        var names = new HashSet<String>();
        try (var tree = Files.walk(directory)) {
            for (var file : tree.filter(Archive::isClass).sorted().toList()) {
                try {
                    names.add(index.add(Files.readAllBytes(file)));
                } catch (IOException e) {
                    problems.add(ScanMessages.unreadable(file, String.valueOf(e.getMessage())));
                }
            }
        }
        return new Archive(directory, mode(directory, webapp, problems), names);
    }

    private static boolean isClass(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".class") && !name.equals("module-info.class");
    }

    private static DiscoveryMode mode(Path directory, @Nullable Path webapp, Problems problems) throws IOException {
        var candidates = new ArrayList<Path>();
        candidates.add(directory.resolve(IN_JAR));
        if (webapp != null) {
            candidates.add(0, webapp.resolve("WEB-INF/beans.xml"));
        }
        for (var candidate : candidates) {
            if (Files.isRegularFile(candidate)) {
                try (var content = Files.newInputStream(candidate)) {
                    return DiscoveryMode.of(content, candidate.toString(), problems);
                }
            }
        }
        return DiscoveryMode.ANNOTATED;
    }

    /** A jar; its classes go into the index if one of them mentions {@code @Client}, else it has none for us. */
    static Archive jar(Path jar, ClassIndex index, Problems problems) throws IOException {
        var names = new HashSet<String>();
        try (var file = new JarFile(jar.toFile())) {
            var classes = classes(file);
            if (classes.isEmpty()) {
                return new Archive(jar, DiscoveryMode.NONE, names);
            }
            for (var content : classes) {
                names.add(index.add(content));
            }
            var beansXml = file.getEntry(IN_JAR);
            if (beansXml == null) {
                return new Archive(jar, DiscoveryMode.ANNOTATED, names);
            }
            try (InputStream content = file.getInputStream(beansXml)) {
                return new Archive(jar, DiscoveryMode.of(content, jar + "!/" + IN_JAR, problems), names);
            }
        }
    }

    /** The class files of a jar, when a function may be among them. The library's own jars have none for clients. */
    private static List<byte[]> classes(JarFile jar) throws IOException {
        var classes = new ArrayList<byte[]>();
        for (var entries = jar.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var name = entry.getName();
            if (name.equals("org/mizan/Client.class") || name.equals("org/mizan/cdi/MizanExtension.class")) {
                return List.of();
            }
            if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                try (var content = jar.getInputStream(entry)) {
                    classes.add(content.readAllBytes());
                }
            }
        }
        return ClassIndex.anyMentionsClient(classes) ? classes : List.of();
    }
}
