package org.mizan.core.schema.build;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;

/** Reads where Jakarta REST serves a view function, out of {@code @Path} on the class and the method. */
final class PageReader {
    /** A class of characters without the slash, {@code [^/]}, and what is escaped to stand for itself, {@code \.}. */
    private static final Pattern NEVER_A_SLASH = Pattern.compile("\\[\\^[^\\]]*/[^\\]]*]|\\\\[^DSWPXR/]");

    private static final Pattern PERHAPS_A_SLASH = Pattern.compile("[./]|\\[\\^|\\\\[DSWPXR]|&&");

    private PageReader() {}

    /** The page; nothing when the path is not known here, as that of a class which another resource leads to. */
    static FunctionModel.@Nullable Page read(Class<?> type, Method method, Naming naming) {
        var root = path(type);
        if (root == null) {
            return null;
        }
        var annotated = restMethod(type, method);
        var methods = new TreeSet<String>();
        for (var annotation : annotated.getAnnotations()) {
            var http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                methods.add(http.value());
            }
        }
        if (methods.isEmpty()) {
            return null;
        }
        var own = annotated.getAnnotation(Path.class);
        return new FunctionModel.Page(join(root, own == null ? "" : own.value(), naming), methods);
    }

    private static @Nullable String path(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            var path = at.getAnnotation(Path.class);
            if (path != null) {
                return path.value();
            }
        }
        return null;
    }

    /** The method itself, or, when it has no annotation of Jakarta REST, the one it overrides (Jakarta REST §3.6). */
    private static Method restMethod(Class<?> type, Method method) {
        var candidates = new ArrayList<Method>();
        candidates.add(method);
        var parents = new ArrayList<Class<?>>();
        for (Class<?> at = type.getSuperclass(); at != null; at = at.getSuperclass()) {
            parents.add(at);
        }
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            parents.addAll(interfaces(at));
        }
        parents.stream()
                .map(parent -> declared(parent, method))
                .filter(Objects::nonNull)
                .forEach(candidates::add);
        return candidates.stream()
                .filter(PageReader::hasRestAnnotation)
                .findFirst()
                .orElse(method);
    }

    private static List<Class<?>> interfaces(Class<?> type) {
        var found = new ArrayList<Class<?>>();
        for (var implemented : type.getInterfaces()) {
            found.add(implemented);
            found.addAll(interfaces(implemented));
        }
        return found;
    }

    private static @Nullable Method declared(Class<?> parent, Method method) {
        return Arrays.stream(parent.getDeclaredMethods())
                .filter(other -> !other.isSynthetic()
                        && other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasRestAnnotation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(java.lang.annotation.Annotation::annotationType)
                .anyMatch(type -> type.getPackageName().startsWith("jakarta.ws.rs")
                        || type.isAnnotationPresent(HttpMethod.class));
    }

    /** One path out of several; a slash at the end of the last one is kept, as it may be in the links to the page. */
    private static String join(String root, String own, Naming naming) {
        var path = new StringBuilder();
        for (var part : List.of(root, own)) {
            var inner = part.replaceAll("^/+|/+$", "");
            path.append(inner.isEmpty() ? "" : "/" + translate(inner, naming));
        }
        var last = own.replaceAll("^/+", "").isEmpty() ? root : own;
        return path.isEmpty() || last.endsWith("/") ? path + "/" : path.toString();
    }

    /** {@code profile/{userId: [0-9]+}} becomes {@code profile/:userId}. */
    private static String translate(String template, Naming naming) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            out.append(encoded(template.substring(at, open)));
            int close = close(template, open);
            var inside = template.substring(open + 1, Math.max(open + 1, close));
            int colon = inside.indexOf(':');
            var name = (colon < 0 ? inside : inside.substring(0, colon)).strip();
            out.append(':').append(naming.apply(name).replaceAll("[^A-Za-z0-9_]", "_"));
            out.append(colon >= 0 && mayHoldSlash(inside.substring(colon + 1)) ? "*" : "");
            at = Math.min(close + 1, template.length());
        }
        return out.append(encoded(template.substring(at))).toString();
    }

    private static boolean mayHoldSlash(String regex) {
        return PERHAPS_A_SLASH
                .matcher(NEVER_A_SLASH.matcher(regex).replaceAll(""))
                .find();
    }

    /** The brace that closes a template, whose pattern may have braces itself; the end when none does. */
    private static int close(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return template.length();
    }

    /** As it stands in a request: Jakarta REST encodes what is not encoded yet. */
    private static String encoded(String literal) {
        if (literal.isEmpty() || literal.indexOf('%') >= 0) {
            return literal;
        }
        try {
            // With something in front that keeps it from being taken for a host or a scheme.
            return new URI(null, null, "/-" + literal, null).toASCIIString().substring(2);
        } catch (URISyntaxException e) {
            return literal;
        }
    }
}
