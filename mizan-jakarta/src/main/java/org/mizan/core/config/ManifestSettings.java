package org.mizan.core.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mizan.core.problem.Problem;

/**
 * The settings of the edge manifest.
 *
 * @param exposed whether the running application shows it
 * @param base where the library's application is said to be, for what is made at build time; no slash at the end
 * @param prefix what an edge sees in front of every path; no slash at the end
 * @param applicationPaths the paths of Jakarta REST applications by the class or package whose resources they have, ""
 *     for all others; no slashes at the end. Empty when nothing is said of them
 * @param identityParams names of parameters, beside those of the protocol, that say whose data it is
 * @param viewUrls further paths of pages by the context that they show
 */
public record ManifestSettings(
        boolean exposed,
        String base,
        String prefix,
        SortedMap<String, String> applicationPaths,
        SortedSet<String> identityParams,
        SortedMap<String, List<String>> viewUrls) {
    /** Where the library's application is unless it is moved. */
    public static final String DEFAULT_BASE = "/api/mizan";

    /** Segments as an address has them: RFC 3986's pchar without the comma and semicolon that separate paths here. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+=@:%-]+)*/?");

    private static final Pattern JAVA_NAME = Pattern.compile("[\\p{Alpha}_$][\\w$]*(\\.[\\p{Alpha}_$][\\w$]*)*");

    /** Copies the collections. */
    public ManifestSettings {
        applicationPaths = Collections.unmodifiableSortedMap(new TreeMap<>(applicationPaths));
        identityParams = Collections.unmodifiableSortedSet(new TreeSet<>(identityParams));
        var urls = new TreeMap<String, List<String>>();
        viewUrls.forEach((context, paths) -> urls.put(context, List.copyOf(paths)));
        viewUrls = Collections.unmodifiableSortedMap(urls);
    }

    /** What holds when nothing is configured. */
    public static ManifestSettings defaults() {
        return new ManifestSettings(
                false, DEFAULT_BASE, "", new TreeMap<>(), Collections.emptySortedSet(), new TreeMap<>());
    }

    /** The path of the Jakarta REST application that serves a class, "" when nothing is said of it. */
    public String applicationPath(Class<?> resource) {
        for (var name = resource.getName(); !name.isEmpty(); name = parent(name)) {
            var path = applicationPaths.get(name);
            if (path != null) {
                return path;
            }
        }
        return applicationPaths.getOrDefault("", "");
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    /** What is configured. */
    static ManifestSettings read(SettingValues values) {
        return new ManifestSettings(
                values.choice(PropertyNames.MANIFEST_EXPOSE, false, Map.of("true", true, "false", false)),
                path(values, PropertyNames.BASE, DEFAULT_BASE),
                path(values, PropertyNames.MANIFEST_PREFIX, ""),
                applicationPaths(values),
                new TreeSet<>(parts(values.text(PropertyNames.IDENTITY_PARAMS).stream(), ",")
                        .toList()),
                viewUrls(values));
    }

    private static String path(SettingValues values, String name, String otherwise) {
        return withoutSlash(values.matching(name, otherwise, PATH, "a path, /shop"));
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static SortedMap<String, String> applicationPaths(SettingValues values) {
        var paths = new TreeMap<String, String>();
        parts(values.text(PropertyNames.MANIFEST_APPLICATION_PATH).stream(), ",")
                .forEach(part -> {
                    int equals = part.indexOf('=');
                    var name = equals < 0 ? "" : part.substring(0, equals).strip();
                    var path = part.substring(equals + 1).strip();
                    boolean named = equals < 0 || JAVA_NAME.matcher(name).matches();
                    if (named && path.startsWith("/") && PATH.matcher(path).matches() && !paths.containsKey(name)) {
                        paths.put(name, withoutSlash(path));
                    } else {
                        values.report(Problem.error(
                                130,
                                PropertyNames.MANIFEST_APPLICATION_PATH,
                                "'" + part + "' is no path, or a second one for the same classes.",
                                "Write /app, or of several applications /app, com.acme.admin=/admin."));
                    }
                });
        return paths;
    }

    private static SortedMap<String, List<String>> viewUrls(SettingValues values) {
        var urls = new TreeMap<String, List<String>>();
        parts(values.text(PropertyNames.MANIFEST_VIEW_URLS).stream(), ";").forEach(part -> {
            int equals = part.indexOf('=');
            var paths = parts(Stream.of(part.substring(equals + 1)), ",").toList();
            var wrong = paths.stream()
                    .filter(path -> !path.startsWith("/") || !PATH.matcher(path).matches())
                    .findFirst();
            if (equals < 1 || paths.isEmpty() || wrong.isPresent()) {
                values.report(Problem.error(
                        131,
                        PropertyNames.MANIFEST_VIEW_URLS,
                        "'" + wrong.orElse(part) + "' names no context with paths.",
                        "Write user=/profile/:userId/,/u/:userId; cart=/cart/."));
            } else {
                urls.computeIfAbsent(part.substring(0, equals).strip(), context -> new ArrayList<>())
                        .addAll(paths);
            }
        });
        return urls;
    }

    private static Stream<String> parts(Stream<String> texts, String separator) {
        return texts.flatMap(text -> Arrays.stream(text.split(separator)))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }
}
