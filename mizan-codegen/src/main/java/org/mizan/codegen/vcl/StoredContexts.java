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
                .filter(shape -> !shape.isEmpty())
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

    /** Writes the sub that adds a context's tags to an answer's, and notes the context itself. */
    static String tags(String name, List<List<String>> shapes) {
        var out = new StringBuilder("sub mizan_tags_" + name + " {\n");
        out.append("    set req.http.Mizan-Tags = req.http.Mizan-Tags + \" ")
                .append(name)
                .append("\";\n");
        for (var shape : shapes) {
            var present = new ArrayList<String>();
            var tag = new StringBuilder("\" " + name);
            for (var param : shape) {
                present.add("req.http.Mizan-Params ~ \"(?:^|&)" + param + "=\"");
                tag.append(";")
                        .append(param)
                        .append("=\" + ")
                        .append(Routes.valueOf(param))
                        .append(" + \"");
            }
            out.append("    if (").append(String.join(" && ", present)).append(") {\n");
            out.append("        set req.http.Mizan-Tags = req.http.Mizan-Tags + ")
                    .append(tag)
                    .append("\";\n    } else {\n");
            out.append("        set req.http.Mizan-Tags = req.http.Mizan-Tags + \" ")
                    .append(unknown(name, shape))
                    .append("\";\n    }\n");
        }
        return out.append("}\n\n").toString();
    }

    /** The tag of answers that lack a parameter of a shape: its default may be what a purge names. */
    private static String unknown(String name, List<String> shape) {
        return "?" + name + ";" + String.join(";", shape);
    }

    /** Writes what a target of a context purges. */
    static String purge(String name, ContextEntry context, List<List<String>> shapes) {
        var out = new StringBuilder(condition(name) + " {\n        var.set(\"context\", \"" + name + "\");\n        ");
        for (var shape : shapes) {
            var pattern = new StringBuilder("^");
            for (var param : shape) {
                var text = Objects.requireNonNull(context.paramPatterns().get(param));
                pattern.append(';').append(param).append("=(?:").append(text).append(')');
            }
            out.append("if (var.get(\"scope\") ~ {\"").append(pattern).append("$\"}) {\n");
            out.append("            var.set(\"keys\", \"")
                    .append(name)
                    .append("\" + var.get(\"scope\") + \" ")
                    .append(unknown(name, shape))
                    .append("\");\n");
            out.append("            call mizan_scoped;\n        } else");
        }
        return out.append(shapes.isEmpty() ? "call mizan_broad;\n" : " {\n            call mizan_broad;\n        }\n")
                .toString();
    }

    /** Whether the target in hand is one of a context. */
    static String condition(String name) {
        return "if (var.get(\"target\") ~ \"^" + name + "(?:[.;]|$)\")";
    }
}
