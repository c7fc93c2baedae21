package org.mizan.core.protocol;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation made stale: everything, a context, or one function of it, perhaps narrowed to parameters
 * (PROTOCOL §§1, 6).
 *
 * @param context the context's name; {@code *} for everything
 * @param function the function's name; {@code null} for the whole context
 * @param params the scope, by name; empty for a broad target
 */
public record Target(String context, @Nullable String function, SortedMap<String, ScopeValue> params) {
    /** Everything there is. */
    public static final Target EVERYTHING = new Target("*", null, Collections.emptySortedMap());

    /**
     * Copies the scope and checks the names.
     *
     * @throws IllegalArgumentException when a name is none of the protocol's, or everything is to be narrowed
     */
    public Target {
        SortedMap<String, ScopeValue> copy = new TreeMap<>();
        copy.putAll(params);
        params = Collections.unmodifiableSortedMap(copy);
        if (context.equals("*")) {
            if (function != null || !params.isEmpty()) {
                throw new IllegalArgumentException("everything (*) cannot be narrowed");
            }
        } else {
            requireName(context);
            if (function != null) {
                requireName(function);
            }
            params.keySet().forEach(Target::requireName);
        }
    }

    private static void requireName(String name) {
        if (!Names.isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is not a name: [A-Za-z_][A-Za-z0-9_]*");
        }
    }

    /** A whole context; {@code *} is {@link #EVERYTHING}. */
    public static Target broad(String context) {
        return new Target(context, null, Collections.emptySortedMap());
    }

    /** Whether this is {@link #EVERYTHING}. */
    public boolean isEverything() {
        return context.equals("*");
    }

    /**
     * Whether all that the other target makes stale is made stale by this one too (PROTOCOL §6.1).
     *
     * <p>Everything covers all; a context its functions; a scope every narrower one, which has the same values and
     * more. A function never covers its context. Values are compared by their text.
     */
    public boolean covers(Target other) {
        if (isEverything()) {
            return true;
        }
        if (!context.equals(other.context) || (function != null && !function.equals(other.function))) {
            return false;
        }
        for (Map.Entry<String, ScopeValue> param : params.entrySet()) {
            ScopeValue theirs = other.params.get(param.getKey());
            if (theirs == null || !theirs.text().equals(param.getValue().text())) {
                return false;
            }
        }
        return true;
    }

    /** This target in a body (PROTOCOL §6.2): its name when that is all, an object otherwise. */
    public JsonValue toJson(JsonProvider json) {
        if (function == null && params.isEmpty()) {
            return json.createValue(context);
        }
        JsonObjectBuilder out = json.createObjectBuilder().add("context", context);
        if (function != null) {
            out.add("function", function);
        }
        if (!params.isEmpty()) {
            JsonObjectBuilder scope = json.createObjectBuilder();
            params.forEach((name, value) -> scope.add(name, value.json()));
            out.add("params", scope);
        }
        return out.build();
    }

    /** This target in a header (PROTOCOL §6.3): ASCII without control characters, so one byte for each character. */
    public String toHeader() {
        StringBuilder out = new StringBuilder();
        appendHeader(out);
        return out.toString();
    }

    /** How many characters {@link #toHeader} has. */
    long headerLength() {
        long length = context.length() + (function == null ? 0L : 1L + function.length());
        for (Map.Entry<String, ScopeValue> param : params.entrySet()) {
            length += 2L
                    + param.getKey().length()
                    + PercentEncoding.encodedLength(param.getValue().text());
        }
        return length;
    }

    void appendHeader(StringBuilder out) {
        out.append(context);
        if (function != null) {
            out.append('.').append(function);
        }
        params.forEach((name, value) -> {
            out.append(';').append(name).append('=');
            PercentEncoding.encode(value.text(), out);
        });
    }
}
