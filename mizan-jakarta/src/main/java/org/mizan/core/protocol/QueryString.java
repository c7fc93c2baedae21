package org.mizan.core.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of raw query strings (PROTOCOL §4), as the servers' own either forgive broken encodings or answer
 * them with a page of theirs. Without state.
 */
public final class QueryString {
    private QueryString() {}

    /**
     * Reads {@code name=value&name=value…}.
     *
     * <p>{@code +} is a space, a name without {@code =} has the empty value, empty parts ({@code a=1&&b=2}) count for
     * nothing. Takes time linear in the length, whatever the text.
     *
     * @param raw the query as it was sent, without its {@code ?}; {@code null} when there was none
     * @return the values by name, both in the order of their first appearance; unmodifiable
     * @throws BadParameterException when the percent-encoding of a name or value is broken or not UTF-8, or a
     *     character stands there that is not printable ASCII
     */
    public static Map<String, List<String>> parse(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int length = raw == null ? 0 : raw.length();
        for (int from = 0; raw != null && from < length; ) {
            int equals = -1;
            int to = from;
            while (to < length && raw.charAt(to) != '&') {
                equals = equals < 0 && raw.charAt(to) == '=' ? to : equals;
                to++;
            }
            if (to > from) {
                int nameEnd = equals < 0 ? to : equals;
                String rawName = raw.substring(from, nameEnd);
                String name = decode(rawName, raw, from, nameEnd);
                String value = equals < 0 ? "" : decode(name, raw, equals + 1, to);
                parameters.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
            }
            from = to + 1;
        }
        parameters.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(parameters);
    }

    private static String decode(String parameter, String raw, int from, int to) {
        try {
            return PercentEncoding.decode(raw, from, to, true);
        } catch (IllegalArgumentException e) {
            BadParameterException bad = new BadParameterException(parameter, String.valueOf(e.getMessage()));
            bad.initCause(e);
            throw bad;
        }
    }
}
