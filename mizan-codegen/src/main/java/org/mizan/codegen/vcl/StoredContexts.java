package org.mizan.codegen.vcl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mizan.core.manifest.ContextEntry;
import org.mizan.core.manifest.EdgeManifest;

/*
 * A mutation may leave out what is null, so that every subset of its parameters can come. All subsets of few parameters
 * are tags; of many, single ones and what the mutations name. What has no tag is purged broadly.
 */
/** The tags that answers of a context get: the shapes, that is sets of parameters, that single purges find. Pure. */
final class StoredContexts {
    private static final int ALL_SUBSETS = 3;
    /** A purge of a shape names two to the power of its size tags. */
    private static final int LARGEST = 4;
    /** Of a target: itself, its scope, the values in it, each as it is made and as it is remembered. */
    private static final int COPIES = 6;

    private StoredContexts() {}

    /** The shapes of a context, none of them empty, the larger ones first. */
    static List<List<String>> shapes(String name, ContextEntry context, EdgeManifest manifest) {
        SortedMap<String, List<String>> shapes = new TreeMap<>();
        if (context.params().size() <= ALL_SUBSETS) {
            subsets(context.params()).forEach(shape -> put(shapes, shape));
        } else {
            context.params().forEach(param -> put(shapes, List.of(param)));
            for (var mutation : manifest.mutations().values()) {
                if (mutation.affects().stream()
                        .anyMatch(target -> target.context().equals(name))) {
                    SortedSet<String> named = new TreeSet<>(mutation.autoScopedParams());
                    named.retainAll(context.params());
                    put(shapes, List.copyOf(named));
                }
            }
        }
        return shapes.values().stream()
                .filter(shape -> !shape.isEmpty() && shape.size() <= LARGEST)
                // No text is one: it would be a tag that nothing has.
                .filter(shape -> shape.stream().allMatch(context.paramPatterns()::containsKey))
                .sorted((a, b) -> Integer.compare(b.size(), a.size()))
                .toList();
    }

    private static void put(Map<String, List<String>> shapes, List<String> shape) {
        shapes.put(String.join(";", shape), shape);
    }

    private static List<List<String>> subsets(List<String> params) {
        var subsets = new ArrayList<List<String>>();
        for (int bits = 1; bits < 1 << params.size(); bits++) {
            var subset = new ArrayList<String>();
            for (int i = 0; i < params.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(params.get(i));
                }
            }
            subsets.add(Collections.unmodifiableList(subset));
        }
        return subsets;
    }

    /** How often the text of a target is copied, at most, when it purges a shape. */
    static int copies(List<String> shape) {
        return COPIES + (1 << shape.size());
    }

    /** Writes the sub that adds a context's tags, by "params": a parameter that is not there has no value in them. */
    static String tags(String name, List<List<String>> shapes) {
        var out = new StringBuilder("sub mizan_tags_" + name + " {\n");
        shapes.stream().flatMap(List::stream).distinct().sorted().forEach(param -> {
            out.append("    if (var.get(\"params\") ~ \"(?:^|&)" + param + "=\") {\n");
            out.append("        var.set(\"of " + param + "\", \";" + param + "=\" + " + Routes.valueOf(param)
                    + ");\n    } else {\n");
            out.append("        var.set(\"of " + param + "\", \";" + param + "\");\n    }\n");
        });
        out.append("    var.set(\"tags\", var.get(\"tags\") + \" ").append(name).append('"');
        for (var shape : shapes) {
            out.append("\n        + \" ").append(name).append('"');
            shape.forEach(param -> out.append(" + var.get(\"of " + param + "\")"));
        }
        return out.append(");\n}\n\n").toString();
    }

    /** Writes what becomes of a page that shows a context, with parameters whose texts are those that targets have. */
    static String show(String name, ContextEntry context) {
        var pattern = new StringBuilder("^").append(name);
        for (var param : new TreeSet<>(context.params())) {
            var text = Objects.requireNonNull(context.paramPatterns().get(param));
            pattern.append("(?:;")
                    .append(param)
                    .append('=')
                    .append(Routes.exact(text))
                    .append(")?");
        }
        var out = new StringBuilder("if (var.get(\"target\") ~ {\"" + pattern + "$\"}) {\n"
                + "        var.set(\"watch\", var.get(\"watch\") + \"" + name + ",\");\n"
                + "        call mizan_tags_" + name + ";\n");
        if (context.cache() > 0) {
            var life = context.cache() + "s";
            out.append("        if (std.duration(var.get(\"ttl\"), 0s) > " + life + ") {\n"
                    + "            var.set(\"ttl\", \"" + life + "\");\n        }\n");
        }
        return out.append("    } else").toString();
    }

    /** Writes what a target of a context purges. The token first: who does not see it is in the index by the purge. */
    static String purge(String name, ContextEntry context, List<List<String>> shapes) {
        var out = new StringBuilder(condition(name) + " {\n        var.set(\"context\", \"" + name + "\");\n        ");
        for (var shape : shapes) {
            var pattern = new StringBuilder("^");
            for (var param : shape) {
                var text = Objects.requireNonNull(context.paramPatterns().get(param));
                pattern.append(';').append(param).append('=').append(Routes.exact(text));
            }
            out.append("if (var.get(\"scope\") ~ {\"").append(pattern).append("$\"}) {\n");
            shape.forEach(param -> out.append("            var.set(\"of " + param
                    + "\", regsub(var.get(\"scope\"), \"^.*(;" + param + "=[^;]*).*$\", \"\\1\"));\n"));
            out.append("            var.global_set(\"mizan " + name + "\", var.get(\"token\"));\n"
                    + "            var.set_int(\"purged\", var.get_int(\"purged\") + xkey.purge(");
            out.append(keys(name, shape)).append("));\n        } else");
        }
        return out.append(shapes.isEmpty() ? "call mizan_broad;\n" : " {\n            call mizan_broad;\n        }\n")
                .toString();
    }

    /** The tags that a scope covers: what lacks a parameter may have by default the value that the scope names. */
    private static String keys(String name, List<String> shape) {
        var keys = new ArrayList<String>();
        for (int absent = 0; absent < 1 << shape.size(); absent++) {
            var key = new StringBuilder("\" " + name + "\"");
            for (int i = 0; i < shape.size(); i++) {
                var param = shape.get(i);
                key.append((absent >> i & 1) == 1 ? " + \";" + param + "\"" : " + var.get(\"of " + param + "\")");
            }
            keys.add(key.toString());
        }
        return String.join("\n                + ", keys);
    }

    /** Whether the target in hand is one of a context. */
    static String condition(String name) {
        return "if (var.get(\"target\") ~ \"^" + name + "(?:[.;]|$)\")";
    }
}
