package org.mizan.codegen.vcl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mizan.core.manifest.ContextEntry;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.manifest.FunctionEntry;

/** The addresses of a manifest: whose answers an edge keeps, and which pages it must not take for one of them. Pure. */
final class Routes {
    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z_][A-Za-z0-9_]*)(\\*?)");
    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9_/~-]");
    /** Of a page's own parameters, whose type the manifest does not say: no purge names them. */
    private static final String TEXT = "(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*";

    /** The context that every page shows, with no parameters (PROTOCOL §7.1). */
    static final String GLOBAL = "global";

    private static final int NEVER = 0;
    /** A day: the library's own stores forget after it, too. */
    private static final int LONGEST = 86_400;

    /**
     * An address.
     *
     * @param path the template
     * @param kept whether answers may be kept
     * @param page the function that must have made the answer; empty when the application listed the address itself
     * @param query the names of the parameters that may stand in the query
     * @param contexts those whose purges outdate it
     * @param patterns of the parameters' texts, by name
     * @param seconds how long it is kept
     */
    record Route(
            String path,
            boolean bundle,
            boolean kept,
            String page,
            boolean shared,
            SortedSet<String> query,
            List<String> contexts,
            Map<String, String> patterns,
            int seconds) {}

    private Routes() {}

    /** All addresses, in an order in which the first that matches is the one that is meant. */
    static List<Route> of(EdgeManifest manifest) {
        var routes = new ArrayList<Route>();
        manifest.contexts().forEach((name, context) -> {
            if (isStored(context)) {
                for (var endpoint : context.endpoints()) {
                    routes.add(new Route(
                            endpoint,
                            true,
                            true,
                            "",
                            context.shared(),
                            new TreeSet<>(context.params()),
                            List.of(name),
                            context.paramPatterns(),
                            seconds(List.of(context))));
                }
            }
        });
        routes.addAll(pages(manifest));
        routes.sort(Comparator.comparing((Route route) -> !route.bundle())
                .thenComparing(
                        route -> -PARAMETER.matcher(route.path()).replaceAll("").length())
                .thenComparing(route -> PARAMETER.matcher(route.path()).replaceAll(":"))
                // Alike but for a regular expression, which the manifest does not tell: what passes is right for both.
                .thenComparing(Route::kept)
                .thenComparing(Route::path));
        return List.copyOf(routes);
    }

    static boolean isStored(ContextEntry context) {
        return !context.userScoped() && context.cache() != NEVER;
    }

    private static int seconds(Collection<ContextEntry> contexts) {
        return contexts.stream()
                .mapToInt(ContextEntry::cache)
                .filter(seconds -> seconds > 0)
                .min()
                .orElse(LONGEST);
    }

    private static List<Route> pages(EdgeManifest manifest) {
        var listing = new TreeMap<String, LinkedHashSet<String>>();
        var functions = new HashMap<String, FunctionEntry>();
        var passed = new TreeSet<String>();
        manifest.contexts().forEach((name, context) -> {
            context.pageRoutes().forEach(path -> listing.computeIfAbsent(path, p -> new LinkedHashSet<>())
                    .add(name));
            for (var function : context.functions()) {
                var path = function.route();
                if (path != null && function.methods().contains("GET")) {
                    if (function.path() == FunctionEntry.Path.RPC || functions.put(path, function) != null) {
                        passed.add(path);
                    }
                }
            }
        });
        manifest.mutations().values().forEach(mutation -> {
            if (mutation.route() != null && mutation.methods().contains("GET")) {
                passed.add(mutation.route());
            }
        });
        var pages = new ArrayList<Route>();
        listing.forEach((path, names) -> {
            var contexts = new TreeMap<String, ContextEntry>();
            names.forEach(name -> contexts.put(name, manifest.contexts().get(name)));
            if (contexts.values().stream().allMatch(Routes::isStored) && isClear(path, contexts)) {
                pages.add(page(path, functions.get(path), contexts));
            } else {
                passed.add(path);
            }
        });
        pages.removeIf(page -> passed.contains(page.path()));
        passed.forEach(path ->
                pages.add(new Route(path, false, false, "", false, new TreeSet<>(), List.of(), Map.of(), NEVER)));
        return pages;
    }

    /** Whether an address says which parameter is what text, and that text is the same one for all contexts. */
    private static boolean isClear(String path, SortedMap<String, ContextEntry> contexts) {
        for (var segment : path.split("/")) {
            if (PARAMETER.matcher(segment).results().count() > 1) {
                return false;
            }
        }
        if (path.indexOf('*') != path.lastIndexOf('*')) {
            return false;
        }
        var patterns = new HashMap<String, String>();
        return contexts.entrySet().stream()
                .filter(context -> !context.getKey().equals(GLOBAL))
                .flatMap(context -> context.getValue().paramPatterns().entrySet().stream())
                .allMatch(param -> patterns.computeIfAbsent(param.getKey(), name -> param.getValue())
                        .equals(param.getValue()));
    }

    private static Route page(
            String path,
            @org.jspecify.annotations.Nullable FunctionEntry function,
            SortedMap<String, ContextEntry> contexts) {
        var query = new TreeSet<String>(function == null ? List.of() : function.params());
        var patterns = new HashMap<String, String>();
        contexts.forEach((name, context) -> {
            if (!name.equals(GLOBAL)) {
                patterns.putAll(context.paramPatterns());
                query.addAll(function == null ? context.params() : List.of());
            }
        });
        query.removeAll(names(path));
        return new Route(
                path,
                false,
                true,
                function == null ? "" : function.name(),
                false,
                query,
                List.copyOf(contexts.keySet()),
                patterns,
                seconds(contexts.values()));
    }

    private static List<String> names(String path) {
        return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
    }

    /**
     * A manifest's pattern where a separator follows the text. Possessive: with a way back for each character, a long text
     * would be more than Varnish's matcher remembers, and the answer 503.
     */
    static String exact(String pattern) {
        var plain = pattern.replaceAll("\\((?!\\?)", "(?:");
        return plain.endsWith(")*") ? plain + "+" : plain;
    }

    /** The pattern of a parameter of a path, of which this follows. */
    private static String text(Route route, String param, String rest) {
        if (!route.kept()) {
            return rest.startsWith("*") ? ".*" : "[^/]*";
        }
        var pattern = exact(route.patterns().getOrDefault(param, TEXT));
        return pattern.endsWith("+") && !rest.isEmpty() && rest.charAt(0) != '/'
                ? pattern.substring(0, pattern.length() - 1)
                : pattern;
    }

    /** The value of one of the parameters in hand, as an expression. */
    static String valueOf(String param) {
        return "regsub(var.get(\"params\"), \"^(?:.*&)?" + param + "=([^&]*).*$\", \"\\1\")";
    }

    /** The regular expression of a route's paths, with a group for each parameter. */
    static String expression(Route route) {
        var out = new StringBuilder("^");
        var match = PARAMETER.matcher(route.path());
        int at = 0;
        while (match.find()) {
            literal(route.path().substring(at, match.start()), out);
            var text = text(route, match.group(1), route.path().substring(match.end()));
            out.append('(').append(text).append(')');
            at = match.end();
        }
        literal(route.path().substring(at), out);
        return out.append(route.path().endsWith("/") && route.path().length() > 1 ? "?$" : "$")
                .toString();
    }

    private static void literal(String text, StringBuilder out) {
        out.append(SPECIAL.matcher(text).replaceAll(match -> "\\\\" + match.group()));
    }

    /** Writes the sub that judges a request for a route whose answers may be kept. */
    static String sub(String name, Route route) {
        var out = new StringBuilder(
                "# " + route.path() + "\nsub " + name + " {\n    set req.http.Mizan-Keep = \"yes\";\n");
        set(out, "Kind", route.bundle() ? "bundle" : "page");
        set(out, "Shared", route.shared() ? "yes" : "no");
        set(out, "Page", route.page());
        set(out, "Ttl", route.seconds() + "s");
        set(out, "Watch", "," + String.join(",", route.contexts()) + ",");
        var known = String.join("|", route.query());
        var allowed = known.isEmpty() ? "^$" : "^(?:(?:" + known + ")=[^&]*+(?:&(?=.)|$))*+$";
        refuseUnless(out, "req.http.Mizan-Query ~ \"" + allowed + "\"");
        out.append("    set req.http.Mizan-Params = \"\";\n");
        for (var param : route.query()) {
            query(out, param, route.patterns().getOrDefault(param, TEXT));
        }
        out.append("    set req.http.Mizan-Url = ")
                .append(route.bundle() ? "\"" + route.path() + "\"" : "req.http.Mizan-Path")
                .append(";\n    if (req.http.Mizan-Params != \"\") {\n"
                        + "        set req.http.Mizan-Url = req.http.Mizan-Url + \"?\""
                        + " + regsub(req.http.Mizan-Params, \"^&\", \"\");\n    }\n");
        int group = 1;
        for (var param : names(route.path())) {
            out.append("    set req.http.Mizan-Params = req.http.Mizan-Params + \"&" + param
                    + "=\" + regsub(req.http.Mizan-Path, {\"" + expressionOf(route, group) + "\"}, \"\\1\");\n");
            group++;
        }
        out.append("    var.set(\"params\", req.http.Mizan-Params);\n");
        boolean showsGlobal = !route.bundle() && route.contexts().contains(GLOBAL);
        route.contexts().stream()
                .filter(context -> !showsGlobal || !context.equals(GLOBAL))
                .forEach(context -> out.append("    call mizan_tags_" + context + ";\n"));
        if (showsGlobal) {
            out.append("    var.set(\"params\", \"\");\n    call mizan_tags_" + GLOBAL + ";\n");
        }
        return out.append("}\n\n").toString();
    }

    /** The same expression with one group alone. */
    private static String expressionOf(Route route, int wanted) {
        var only = new StringBuilder("^");
        var match = PARAMETER.matcher(route.path());
        int at = 0;
        for (int group = 1; match.find(); group++) {
            literal(route.path().substring(at, match.start()), only);
            var text = text(route, match.group(1), route.path().substring(match.end()));
            only.append(group == wanted ? "(" : "(?:").append(text).append(')');
            at = match.end();
        }
        literal(route.path().substring(at), only);
        return only.append(".*$").toString();
    }

    private static void query(StringBuilder out, String param, String pattern) {
        out.append("    if (req.http.Mizan-Query ~ \"(?:^|&)" + param + "=\") {\n");
        out.append("        if (req.http.Mizan-Query ~ \"(?:^|&)" + param + "=(?:.*&)?" + param + "=\"\n"
                + "                || req.http.Mizan-Query !~ {\"(?:^|&)" + param + "=" + exact(pattern)
                + "(?:&|$)\"}) {\n            set req.http.Mizan-Keep = \"no\";\n        }\n");
        out.append("        set req.http.Mizan-Params = req.http.Mizan-Params + \"&" + param
                + "=\" + regsub(req.http.Mizan-Query, \"^(?:.*&)?" + param + "=([^&]*).*$\", \"\\1\");\n    }\n");
    }

    private static void refuseUnless(StringBuilder out, String condition) {
        out.append("    if (!(" + condition + ")) {\n        set req.http.Mizan-Keep = \"no\";\n    }\n");
    }

    private static void set(StringBuilder out, String header, String value) {
        out.append("    set req.http.Mizan-" + header + " = \"" + value + "\";\n");
    }
}
