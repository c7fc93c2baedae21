package org.mizan.ssr.page;

/** JSON as an expression inside a {@code <script>} of HTML: the same value, and nothing that HTML or JavaScript reads otherwise. */
final class ScriptText {
    private static final String PROTOTYPE = "\"__proto__\":";

    private ScriptText() {}

    /** Escapes canonical JSON. */
    static void append(String json, StringBuilder out) {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '<' -> out.append("\\u003c");
                case '>' -> out.append("\\u003e");
                case '&' -> out.append("\\u0026");
                case '\u2028' -> out.append("\\u2028");
                case '\u2029' -> out.append("\\u2029");
                case '"' -> i = quote(json, i, out);
                default -> out.append(c);
            }
        }
    }

    /** In an object literal {@code "__proto__":} would set the prototype; a computed name makes a member of that name. */
    private static int quote(String json, int at, StringBuilder out) {
        boolean begins = at > 0 && (json.charAt(at - 1) == '{' || json.charAt(at - 1) == ',');
        if (begins && json.startsWith(PROTOTYPE, at)) {
            out.append("[\"__proto__\"]:");
            return at + PROTOTYPE.length() - 1;
        }
        out.append('"');
        return at;
    }
}
