package org.mizan.codegen.model;

import java.util.regex.Pattern;

/** How values are written in TypeScript. */
public final class Literals {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");

    private Literals() {}

    /** A string in single quotes, of ASCII only. */
    public static String text(String value) {
        var literal = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\'', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append("\\u%04x".formatted((int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('\'').toString();
    }

    /** The name of a property: as it is, or in quotes. */
    public static String property(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : text(name);
    }
}
