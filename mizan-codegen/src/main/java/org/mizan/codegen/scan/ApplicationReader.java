package org.mizan.codegen.scan;

import jakarta.ws.rs.ApplicationPath;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.core.config.Settings;
import org.mizan.core.config.SettingsReader;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;

/**
 * Reads the registry of an application out of its class files.
 *
 * <p>Candidates are found by an index of the class files; only they are loaded, and nothing is initialised but an enum
 * whose constant is the default value of a parameter. Which of them count is decided as CDI's bean discovery does, and
 * their registry is built by the builder that the server uses, so that both have the same hash. Everything that is
 * wrong goes into the problems. Stateless.
 */
public final class ApplicationReader {
    /** Its own application is at the base, which is no path of pages. */
    private static final String LIBRARY = "org.mizan.cdi.";

    private final ClassPath path;
    private final Map<String, String> settings;
    private final Problems problems;

    /**
     * Creates a reader.
     *
     * @param settings values for {@code mizan.naming} and {@code mizan.default-access} that precede the application's
     */
    public ApplicationReader(ClassPath path, Map<String, String> settings, Problems problems) {
        this.path = path;
        this.settings = settings;
        this.problems = problems;
    }

    /** The application, for the caller to close; its registry is not to be used when there are errors. */
    public Application read() {
        try {
            var index = new ClassIndex();
            var archives = archives(index);
            var loader = ClassLoaders.application(path);
            var classes = beans(index.candidates(), archives, loader);
            var read = new SettingsReader(new BuildSettings(settings, path.classes()), problems).read();
            var registry = build(classes, read);
            loader.hidden().forEach(name -> problems.add(ScanMessages.hiddenNullable(name)));
            if (registry.functions().isEmpty() && problems.errors().isEmpty()) {
                problems.add(ScanMessages.noFunctions(
                        path.classes().stream().map(Path::toString).collect(Collectors.joining(", "))));
            }
            return new Application(registry, read, restPaths(index, archives, loader), loader);
        } catch (IOException e) {
            problems.add(ScanMessages.unreadable(Path.of("the class path"), String.valueOf(e.getMessage())));
            return new Application(none(), Settings.defaults(), Collections.emptySortedMap(), () -> {});
        }
    }

    private List<Archive> archives(ClassIndex index) throws IOException {
        var archives = new ArrayList<Archive>();
        for (var directory : path.classes()) {
            if (Files.isDirectory(directory)) {
                archives.add(Archive.directory(directory, path.webapp(), index, problems));
            } else {
                problems.add(ScanMessages.noClasses(directory));
            }
        }
        for (var library : path.libraries()) {
            try {
                archives.add(
                        Files.isDirectory(library)
                                ? Archive.directory(library, null, index, problems)
                                : Archive.jar(library, index, problems));
            } catch (IOException | IllegalArgumentException e) {
                problems.add(ScanMessages.unreadable(library, String.valueOf(e.getMessage())));
            }
        }
        return archives;
    }

    private Set<Class<?>> beans(Set<String> candidates, List<Archive> archives, ClassLoader loader) {
        var classes = new LinkedHashSet<Class<?>>();
        for (var archive : archives) {
            if (archive.mode() != DiscoveryMode.NONE) {
                for (var name : candidates) {
                    var type = archive.names().contains(name) ? load(name, loader) : null;
                    if (type != null && isSeen(type, archive)) {
                        classes.add(type);
                    }
                }
            }
        }
        return classes;
    }

    private boolean isSeen(Class<?> type, Archive archive) {
        if (!BeanRules.isCandidate(type)) {
            return false;
        }
        if (ReactContext.class.isAssignableFrom(type)
                || archive.mode() == DiscoveryMode.ALL
                || BeanRules.isDefined(type)) {
            return true;
        }
        if (!Modifier.isAbstract(type.getModifiers()) && hasFunctions(type)) {
            problems.add(ScanMessages.noBean(type.getName()));
        }
        return false;
    }

    private static boolean hasFunctions(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (Arrays.stream(at.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Client.class))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            problems.add(ScanMessages.missingClass(name, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Where the application's own Jakarta REST applications say they are. */
    private SortedMap<String, String> restPaths(ClassIndex index, List<Archive> archives, ClassLoader loader) {
        var paths = new TreeMap<String, String>();
        for (var name : index.restApplications()) {
            boolean deployed = !name.startsWith(LIBRARY)
                    && archives.stream().anyMatch(archive -> archive.names().contains(name));
            var type = deployed ? load(name, loader) : null;
            var annotation = type == null ? null : type.getAnnotation(ApplicationPath.class);
            if (annotation != null) {
                paths.put(name, annotation.value());
            }
        }
        return paths;
    }

    private Registry build(Set<Class<?>> classes, Settings read) {
        try {
            return new RegistryBuilder(read.naming(), read.security().defaultAccess(), problems).build(classes);
        } catch (TypeNotPresentException e) {
            problems.add(ScanMessages.missingClass("a bean", e.typeName()));
        } catch (LinkageError e) {
            problems.add(ScanMessages.missingClass("a bean", String.valueOf(e.getMessage())));
        }
        return none();
    }

    private static Registry none() {
        return new Registry(Map.of(), Map.of(), Map.of(), Collections.emptySortedSet());
    }
}
