package org.mizan.core.manifest;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.core.json.CanonicalJson;

/** A manifest as JSON, laid out as {@code JSON.stringify(manifest, null, 2)} does it, members sorted. */
final class ManifestText {
    private final StringBuilder out = new StringBuilder();

    private ManifestText() {}

    static String of(EdgeManifest manifest) {
        var text = new ManifestText();
        text.value(
                members(
                        "version", manifest.version(),
                        "contexts", mapped(manifest.contexts(), ManifestText::context),
                        "mutations", mapped(manifest.mutations(), ManifestText::mutation)),
                "\n");
        return text.out.append('\n').toString();
    }

    private static SortedMap<String, @Nullable Object> context(ContextEntry context) {
        return members(
                "cache", cache(context.cache()),
                "endpoints", context.endpoints(),
                "functions",
                        context.functions().stream().map(ManifestText::function).toList(),
                "page_routes", context.pageRoutes(),
                "param_patterns", context.paramPatterns(),
                "params", context.params(),
                "render_strategy", context.renderStrategy().text(),
                "rev", context.rev(),
                "shared", context.shared(),
                "user_scoped", context.userScoped());
    }

    private static Object cache(int seconds) {
        if (seconds == Client.UNTIL_INVALIDATED) {
            return true;
        }
        return seconds == Client.NEVER ? (Object) false : (Object) seconds;
    }

    private static SortedMap<String, @Nullable Object> function(FunctionEntry function) {
        var members = members(
                "name", function.name(),
                "params", function.params(),
                "path", function.path().text());
        if (function.route() != null) {
            members.put("methods", function.methods());
            members.put("route", function.route());
        }
        return members;
    }

    private static SortedMap<String, @Nullable Object> mutation(MutationEntry mutation) {
        return members(
                "affects", mutation.affects().stream().map(ManifestText::target).toList(),
                "auto_scoped_params", mutation.autoScopedParams(),
                "methods", mutation.methods(),
                "private", mutation.isPrivate(),
                "route", mutation.route());
    }

    private static SortedMap<String, @Nullable Object> target(AffectedTarget target) {
        var members = members("context", target.context());
        if (target.function() != null) {
            members.put("function", target.function());
        }
        return members;
    }

    private static <E> SortedMap<String, @Nullable Object> mapped(
            SortedMap<String, E> entries, Function<E, SortedMap<String, @Nullable Object>> write) {
        var mapped = new TreeMap<String, @Nullable Object>();
        entries.forEach((name, entry) -> mapped.put(name, write.apply(entry)));
        return mapped;
    }

    private static SortedMap<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        var members = new TreeMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }

    private void value(@Nullable Object value, String newline) {
        if (value instanceof String text) {
            CanonicalJson.string(text, out);
        } else if (value instanceof Map<?, ?> members && !members.isEmpty()) {
            var separator = "{";
            for (var member : members.entrySet()) {
                out.append(separator).append(newline).append("  ");
                CanonicalJson.string(String.valueOf(member.getKey()), out);
                out.append(": ");
                value(member.getValue(), newline + "  ");
                separator = ",";
            }
            out.append(newline).append('}');
        } else if (value instanceof Collection<?> items && !items.isEmpty()) {
            var separator = "[";
            for (var item : items) {
                out.append(separator).append(newline).append("  ");
                value(item, newline + "  ");
                separator = ",";
            }
            out.append(newline).append(']');
        } else {
            out.append(value instanceof Map ? "{}" : value instanceof Collection ? "[]" : value);
        }
    }
}
