package org.mizan.cdi.prerender;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a page below its application's path, with the templates of Jakarta REST: {@code /products/{id: \d+}}.
 * Compares paths as they were sent, percent-encoded. Immutable.
 */
final class PageTemplate {
    private final String prefix;
    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();
    private final int literals;

    /**
     * Reads the values of {@code @Path}.
     *
     * @throws IllegalArgumentException when a template in it is not closed or has a wrong pattern
     */
    PageTemplate(String... paths) {
        var text = new StringBuilder();
        for (var path : paths) {
            var inner = path.replaceAll("^/+|/+$", "");
            text.append(inner.isEmpty() ? "" : "/" + inner);
        }
        var template = text.isEmpty() ? "/" : text.toString();
        var regex = new StringBuilder();
        int first = template.indexOf('{');
        int count = 0;
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            var literal = encoded(template.substring(at, open < 0 ? template.length() : open));
            count += literal.length();
            regex.append(literal.isEmpty() ? "" : Pattern.quote(literal));
            if (open < 0) {
                break;
            }
            int close = close(template, open);
            parameter(template.substring(open + 1, close), regex);
            at = close + 1;
        }
        this.prefix = encoded(first < 0 ? template : template.substring(0, first));
        this.pattern = Pattern.compile(regex.append("/?").toString());
        this.literals = count;
    }

    private void parameter(String inside, StringBuilder regex) {
        int colon = inside.indexOf(':');
        regex.append("(?<mizan").append(names.size()).append('>');
        regex.append(colon < 0 ? "[^/]+" : inside.substring(colon + 1).strip()).append(')');
        names.add((colon < 0 ? inside : inside.substring(0, colon)).strip());
    }

    /** The brace that closes a template, whose pattern may have braces itself. */
    private static int close(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(template);
    }

    private static String encoded(String literal) {
        try {
            return literal.indexOf('%') >= 0 ? literal : new URI(null, null, literal, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** How many characters are literal: of two that match, Jakarta REST takes the one with more. */
    int literals() {
        return literals;
    }

    /** The parameters of a path, still percent-encoded, when it is one of these. */
    Optional<Map<String, String>> match(String path) {
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), String.valueOf(matcher.group("mizan" + i)));
        }
        return Optional.of(values);
    }
}
