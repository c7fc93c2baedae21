package org.mizan.codegen.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.mizan.core.json.CanonicalJson;

/**
 * JSON for people and version control: two spaces, a member a line, short arrays and objects on one line, a newline at
 * the end. Members stay in their order.
 */
public final class PrettyJson {
    private static final int WIDTH = 120;

    private PrettyJson() {}

    /** The text of a value. */
    public static String of(JsonValue value) {
        var out = new StringBuilder();
        write(value, "", out);
        return out.append('\n').toString();
    }

    private static void write(JsonValue value, String indent, StringBuilder out) {
        int from = out.length();
        int end = out.lastIndexOf("\n", from) + 1 + WIDTH;
        boolean outermost = indent.isEmpty();
        if (!outermost && flat(value, end, out)) {
            return;
        }
        out.setLength(from);
        if (value instanceof JsonObject object && !object.isEmpty()) {
            var separator = "{\n";
            for (var member : object.entrySet()) {
                out.append(separator).append(indent).append("  ");
                CanonicalJson.string(member.getKey(), out);
                write(member.getValue(), indent + "  ", out.append(": "));
                separator = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            var separator = "[\n";
            for (var item : array) {
                out.append(separator).append(indent).append("  ");
                write(item, indent + "  ", out);
                separator = ",\n";
            }
            out.append('\n').append(indent).append(']');
        } else {
            flat(value, Integer.MAX_VALUE, out);
        }
    }

    /** Writes on one line; whether it fits. What does not is left as soon as that is seen. */
    private static boolean flat(JsonValue value, int end, StringBuilder out) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            var separator = "{ ";
            for (var member : object.entrySet()) {
                CanonicalJson.string(member.getKey(), out.append(separator));
                if (!flat(member.getValue(), end, out.append(": "))) {
                    return false;
                }
                separator = ", ";
            }
            out.append(" }");
        } else if (value instanceof JsonArray array) {
            var separator = "";
            out.append('[');
            for (var item : array) {
                if (!flat(item, end, out.append(separator))) {
                    return false;
                }
                separator = ", ";
            }
            out.append(']');
        } else if (value instanceof JsonString string) {
            CanonicalJson.string(string.getString(), out);
        } else {
            out.append(value);
        }
        return out.length() <= end;
    }
}
