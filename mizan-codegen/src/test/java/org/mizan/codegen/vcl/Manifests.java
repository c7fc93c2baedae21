package org.mizan.codegen.vcl;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.manifest.AffectedTarget;
import org.mizan.core.manifest.ContextEntry;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.manifest.FunctionEntry;
import org.mizan.core.manifest.MutationEntry;
import org.mizan.core.manifest.RenderStrategy;

/** The manifest of a small shop that has one of everything. */
final class Manifests {
    static final String INTEGER = "(0|-?[1-9][0-9]*)";
    static final String TEXT = "([A-Za-z0-9._~-]|%([0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*";

    private Manifests() {}

    static EdgeManifest shop() {
        var contexts = new TreeMap<String, ContextEntry>();
        contexts.put(
                "product",
                context(
                        "product",
                        -1,
                        true,
                        false,
                        List.of("/products/:productId", "/shelf/:productId"),
                        Map.of("productId", INTEGER),
                        view("productPage", "/products/:productId", "productId", "tab")));
        contexts.put(
                "catalog",
                context(
                        "catalog",
                        -1,
                        false,
                        false,
                        List.of("/catalog", "/c/:slug"),
                        Map.of("category", TEXT, "page", INTEGER, "search", TEXT, "sort", TEXT),
                        view("catalogPage", "/catalog", "category", "page"),
                        view("slugPage", "/c/:slug", "slug")));
        contexts.put(
                "report", context("report", 60, false, false, List.of(), Map.of("month", INTEGER, "year", INTEGER)));
        contexts.put("rates", context("rates", 0, false, false, List.of(), Map.of()));
        contexts.put("brief", context("brief", 1, false, false, List.of(), Map.of()));
        contexts.put("user", context("user", -1, false, true, List.of("/profile/:userId/"), Map.of("userId", INTEGER)));
        var mutations = new TreeMap<String, MutationEntry>();
        mutations.put("describe", mutation("catalog", null, "category", "sort"));
        mutations.put("rename", mutation("user", null, "userId"));
        mutations.put("price", mutation("product", "productPrice", "productId"));
        return new EdgeManifest(EdgeManifest.VERSION, contexts, mutations);
    }

    static ContextEntry context(
            String name,
            int cache,
            boolean shared,
            boolean userScoped,
            List<String> pages,
            Map<String, String> patterns,
            FunctionEntry... functions) {
        SortedMap<String, String> sorted = new TreeMap<>(patterns);
        return new ContextEntry(
                cache,
                List.of("/api/mizan/ctx/" + name + "/"),
                List.of(functions),
                pages,
                List.copyOf(sorted.keySet()),
                sorted,
                userScoped ? RenderStrategy.DYNAMIC_CACHED : RenderStrategy.PSR,
                0,
                shared,
                userScoped);
    }

    static EdgeManifest of(Map<String, ContextEntry> contexts, Map<String, MutationEntry> mutations) {
        return new EdgeManifest(EdgeManifest.VERSION, new TreeMap<>(contexts), new TreeMap<>(mutations));
    }

    static FunctionEntry view(String name, String route, String... params) {
        return new FunctionEntry(name, FunctionEntry.Path.VIEW, route, List.of("GET"), List.of(params));
    }

    static MutationEntry mutation(String context, @Nullable String function, String... params) {
        return new MutationEntry(
                List.of(new AffectedTarget(context, function)), List.of(params), false, null, List.of("POST"));
    }
}
