package org.mizan.it.app.ssr;

import java.util.List;
import java.util.Map;

/** Values that break pages which are put together carelessly. */
public final class HostileValues {
    /** So much that it comes in many pieces. */
    private static final int LARGE = 5 << 20;

    private static final String LINE = "0123456789<&\"'>ü";

    private HostileValues() {}

    /** A value as a controller has it. */
    public static Object of(String kind) {
        return switch (kind) {
            case "text" ->
                "</script><script>alert(1)</script><!-- <script> --> ]]> &lt; &amp; \u2028\u2029 \u0000 \r\n ' \" `${x}`";
            case "names" -> Map.of("__proto__", Map.of("polluted", true), "</script>", "<!--", "constructor", 1);
            case "surrogates" -> List.of("a\ud800", "\udc00b", "\ud83d\ude00", "\udc00\ud800");
            case "large" -> LINE.repeat(LARGE / LINE.length());
            default -> nested(Integer.parseInt(kind));
        };
    }

    /** The same in JSON, as {@code JSON.stringify} writes it; members in the order of their names. */
    public static String json(String kind) {
        return switch (kind) {
            case "text" ->
                "\"</script><script>alert(1)</script><!-- <script> --> ]]> &lt; &amp; \u2028\u2029 \\u0000 \\r\\n ' \\\" `${x}`\"";
            case "names" -> "{\"</script>\":\"<!--\",\"__proto__\":{\"polluted\":true},\"constructor\":1}";
            case "surrogates" -> "[\"a\ufffd\",\"\ufffdb\",\"\ud83d\ude00\",\"\ufffd\ufffd\"]";
            case "large" -> "\"" + LINE.replace("\"", "\\\"").repeat(LARGE / LINE.length()) + "\"";
            default -> "[".repeat(Integer.parseInt(kind)) + "]".repeat(Integer.parseInt(kind));
        };
    }

    private static List<?> nested(int depth) {
        List<?> value = List.of();
        for (int i = 1; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }
}
