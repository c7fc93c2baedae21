package org.mizan.codegen.vcl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.mizan.core.manifest.EdgeManifest;
import org.mizan.core.manifest.FunctionEntry;

/**
 * The configuration of a Varnish that obeys an edge manifest (PROTOCOL §8), in VCL 4.1.
 *
 * <p>A pure function: the same manifest and options give the same text. {@code edge.vcl} beside this class holds what is
 * the same for all applications, and its comments say why.
 */
public final class VarnishConfiguration {
    /** So many targets of a header are looked at; more are everything. */
    private static final int TARGETS = 64;
    /** So much text their purges may take: of the 64 KB that Varnish has for a request, with what is in there already. */
    private static final int ROOM = 30_000;
    /** So many contexts that were added to a page are looked at, in so many characters; with more it is not kept. */
    private static final int SHOWN = 16;

    private static final int LONGEST_SHOWN = 1_000;
    /** A page whose tags are longer gets no more: each addition copies them, and there are 64 KB for a fetch. */
    private static final int LONGEST_TAGS = 2_000;

    private static final int DIGEST_BYTES = 8;

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*+";
    private static final String TAIL = "%[89ABab][0-9A-Fa-f]";
    /** A percent-encoded value whose escapes are UTF-8 (RFC 3629 §4). */
    private static final String VALUE = "(?:[A-Za-z0-9._~-]|%[0-7][0-9A-Fa-f]|%(?:[Cc][2-9A-Fa-f]|[Dd][0-9A-Fa-f])"
            + TAIL
            + "|%[Ee]0%[ABab][0-9A-Fa-f]" + TAIL + "|%[Ee](?:[1-9ABCabcEeFf])" + TAIL + TAIL
            + "|%[Ee][Dd]%[89][0-9A-Fa-f]" + TAIL + "|%[Ff]0%[9ABab][0-9A-Fa-f]" + TAIL + TAIL + "|%[Ff][1-3]" + TAIL
            + TAIL + TAIL + "|%[Ff]4%8[0-9A-Fa-f]" + TAIL + TAIL + ")*+";

    private static final String TARGET = "(?:[*]|" + NAME + "(?:[.]" + NAME + ")?+(?:;" + NAME + "=" + VALUE + ")*+)";

    private VarnishConfiguration() {}

    /** The configuration's text. */
    public static String write(EdgeManifest manifest, EdgeOptions options) {
        var routes = Routes.of(manifest);
        var stored = new TreeSet<String>();
        routes.forEach(route -> stored.addAll(route.contexts()));
        var shapes = new HashMap<String, List<List<String>>>();
        var tokens = new StringBuilder();
        var begin = new StringBuilder();
        var show = new StringBuilder(
                "    if (var.get(\"tags\") ~ {\"^.{" + LONGEST_TAGS + "}\"}) {\n    " + REFUSED + "    } else");
        var subs = new StringBuilder(stored.isEmpty() ? "" : PURGES);
        for (var name : stored) {
            var context = Objects.requireNonNull(manifest.contexts().get(name));
            shapes.put(name, StoredContexts.shapes(name, context, manifest));
            subs.append(StoredContexts.tags(name, Objects.requireNonNull(shapes.get(name))));
            tokens.append(tokens(name));
            begin.append(begin(name));
            show.append(StoredContexts.show(name, context));
        }
        var chain = new StringBuilder();
        for (int i = 0; i < routes.size(); i++) {
            var name = "mizan_route_" + (i + 1);
            var route = routes.get(i);
            subs.append(route.kept() ? Routes.sub(name, route) : "");
            chain.append(i == 0 ? "    if" : " elseif")
                    .append(" (req.http.Mizan-Path ~ {\"" + Routes.expression(route) + "\"}) {\n")
                    .append(route.kept() ? "        call " + name + ";\n    }" : "        # passed\n    }");
        }
        int copies = shapes.values().stream()
                .flatMap(List::stream)
                .mapToInt(StoredContexts::copies)
                .max()
                .orElse(StoredContexts.copies(List.of()));
        return template()
                .replace("@backend@", options.declarations())
                .replace("@deliver@", delivery(options))
                .replace("@grammar@", "^" + TARGET + "(?:[ \\t]*+,[ \\t]*+" + TARGET + ")*+$")
                .replace("@longest@", String.valueOf(ROOM / copies))
                .replace("@limit@", String.valueOf(TARGETS))
                .replace("@credentials@", options.asked())
                .replace("@anonymous@", options.anonymous())
                .replace("@digest@", digest(manifest))
                .replace("@listed@", listed(manifest, routes))
                .replace("@targets@", targets())
                .replace("@contexts@", purges(manifest, shapes))
                .replace("@tokens@", tokens)
                .replace("@begin@", begin)
                .replace("@shown@", shown())
                .replace("@show@", show + " {\n    " + REFUSED + "    }\n")
                .replace("@subs@", subs)
                .replace("@routes@", routes.isEmpty() ? "" : chain + "\n");
    }

    /** Writes what becomes of a page whose address the application listed, but which a view function of other contexts made. */
    private static String listed(EdgeManifest manifest, List<Routes.Route> routes) {
        if (routes.stream()
                .noneMatch(
                        route -> route.kept() && !route.bundle() && route.page().isEmpty())) {
            return "";
        }
        var out = new StringBuilder();
        manifest.contexts().forEach((name, context) -> {
            var views = context.functions().stream()
                    .filter(function -> function.path() == FunctionEntry.Path.VIEW)
                    .map(FunctionEntry::name)
                    .toList();
            if (!views.isEmpty()) {
                out.append("""
                                if (var.get("watch") !~ ",%s," && var.get("shown") ~ "^(?:[^,]* )?(?:%s)(?:[ ,]|$)") {
                                    var.set("keep", "no");
                                }
                        """.formatted(name, String.join("|", views)));
            }
        });
        return out.toString();
    }

    /** Of the manifest's text. */
    private static String digest(EdgeManifest manifest) {
        try {
            var sha =
                    MessageDigest.getInstance("SHA-256").digest(manifest.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String delivery(EdgeOptions options) {
        return (options.keepHeader() ? "" : "    unset resp.http.X-Mizan-Invalidate;\n")
                + (options.cacheStatus() ? """
                            std.collect(resp.http.Cache-Status, ", ");
                            if (resp.http.Cache-Status) {
                                set resp.http.Cache-Status = resp.http.Cache-Status + ", Edge; " + req.http.Mizan-Status;
                            } else {
                                set resp.http.Cache-Status = "Edge; " + req.http.Mizan-Status;
                            }
                        """ : "");
    }

    private static final String REFUSED = "    var.set(\"keep\", \"no\");\n";

    private static String tokens(String context) {
        return """
                    if (var.get("watch") ~ ",%1$s,") {
                        var.set("tokens", var.get("tokens") + "/" + var.global_get("mizan %1$s"));
                        var.set("begun", var.get("begun") + "/" + var.get("begun %1$s"));
                    }
                """.formatted(context);
    }

    private static String begin(String context) {
        return """
                    if (var.get("kind") == "page" || var.get("watch") ~ ",%1$s,") {
                        var.set("begun %1$s", var.global_get("mizan %1$s"));
                    }
                """.formatted(context);
    }

    private static String shown() {
        var out = new StringBuilder("    if (var.get(\"shown\") ~ {\"^(?:[^,]*+,){" + (SHOWN + 1)
                + "}\"} || var.get(\"shown\") ~ {\"^.{" + LONGEST_SHOWN + "}\"}) {\n    " + REFUSED + "    }\n");
        for (int i = 1; i <= SHOWN; i++) {
            var before = after(i);
            out.append("    if (var.get(\"keep\") == \"yes\" && var.get(\"shown\") ~ {\"" + before + "\"}) {\n");
            out.append("        var.set(\"target\", regsub(var.get(\"shown\"), {\"" + before
                    + "([^,]*+).*$\"}, \"\\1\"));\n        call mizan_show;\n    }\n");
        }
        return out.toString();
    }

    /** An expression for what stands before the part of a list that so many others precede. */
    private static String after(int parts) {
        return parts == 0 ? "^" : "^(?:[^,]*+,){" + parts + "}";
    }

    private static String targets() {
        var out = new StringBuilder();
        for (int i = 0; i < TARGETS; i++) {
            var before = after(i);
            out.append(i == 0 ? "" : "    if (var.get(\"header\") ~ {\"" + before + "\"}) {\n    ");
            out.append("    var.set(\"target\", regsub(var.get(\"header\"), {\"" + before
                    + "[ \\t]*+([^, \\t]*+).*$\"}, \"\\1\"));\n");
            out.append(i == 0 ? "    call mizan_target;\n" : "        call mizan_target;\n    }\n");
        }
        return out.toString();
    }

    private static String purges(EdgeManifest manifest, HashMap<String, List<List<String>>> shapes) {
        var out = new StringBuilder("""
                    # What follows the names: ";userId=5".
                    var.set("scope", regsub(var.get("target"), "^[^;]+", ""));
                """);
        var passed = new TreeSet<>(manifest.contexts().keySet());
        passed.removeAll(shapes.keySet());
        out.append("    ");
        manifest.contexts().forEach((name, context) -> {
            var those = shapes.get(name);
            if (those != null) {
                out.append(StoredContexts.purge(name, context, those)).append("    } else");
            }
        });
        if (!passed.isEmpty()) {
            // Nothing of these is kept.
            out.append("if (var.get(\"target\") !~ \"^(?:" + String.join("|", passed)
                    + ")(?:[.;]|$)\") {\n        call mizan_everything;\n    }\n");
        } else {
            out.append(shapes.isEmpty() ? "call mizan_everything;\n" : " {\n        call mizan_everything;\n    }\n");
        }
        return out.toString();
    }

    private static final String PURGES = """
            # "context": all of it.
            sub mizan_broad {
                var.global_set("mizan " + var.get("context"), var.get("token"));
                var.set_int("purged", var.get_int("purged") + xkey.purge(var.get("context")));
            }

            """;

    private static String template() {
        try (var in = Objects.requireNonNull(VarnishConfiguration.class.getResourceAsStream("edge.vcl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
