package org.mizan.core.protocol;

import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The value of the header {@code X-Mizan-Invalidate} (PROTOCOL §6.3). Without state.
 *
 * <pre>
 * header = target *( "," SP target )            readers accept any optional white space around ","
 * target = "*" / name [ "." name ] *( ";" name "=" value )
 * </pre>
 */
public final class InvalidateHeader {
    /** The header's name. */
    public static final String NAME = "X-Mizan-Invalidate";

    private InvalidateHeader() {}

    /** The header's value, ASCII; empty when there are no targets, and then there must be no header. */
    public static String write(Iterable<Target> targets) {
        StringBuilder out = new StringBuilder();
        for (Target target : targets) {
            if (!out.isEmpty()) {
                out.append(", ");
            }
            target.appendHeader(out);
        }
        return out.toString();
    }

    /**
     * Reads what {@link #write} wrote, in this language or another.
     *
     * <p>The header does not tell types: every value is a JSON string and its text. Takes time linear in the length,
     * whatever the text.
     *
     * @param json makes the values
     * @return the targets as they stand there, also such as cover each other; unmodifiable
     * @throws IllegalArgumentException when the text is not such a header; the message says at which position, counted
     *     from 0, and repeats nothing of the text
     */
    public static List<Target> parse(String header, JsonProvider json) {
        return new Reading(header, json).targets();
    }

    private static final class Reading {
        private final String header;
        private final JsonProvider json;
        private int at;

        Reading(String header, JsonProvider json) {
            this.header = header;
            this.json = json;
        }

        List<Target> targets() {
            List<Target> targets = new ArrayList<>();
            do {
                targets.add(skip('*') ? Target.EVERYTHING : target());
            } while (comma());
            if (at < header.length()) {
                throw expected("',' or ';' or the end");
            }
            return List.copyOf(targets);
        }

        private Target target() {
            String context = name();
            String function = skip('.') ? name() : null;
            SortedMap<String, ScopeValue> params = new TreeMap<>();
            while (skip(';')) {
                int start = at;
                String name = name();
                if (!skip('=')) {
                    throw expected("'='");
                }
                if (params.put(name, value()) != null) {
                    at = start;
                    throw expected("a name that was not there yet");
                }
            }
            return new Target(context, function, params);
        }

        private String name() {
            int start = at;
            while (at < header.length() && isNameCharacter(header.charAt(at), at > start)) {
                at++;
            }
            if (at == start) {
                throw expected("a name");
            }
            return header.substring(start, at);
        }

        private static boolean isNameCharacter(char c, boolean later) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (later && c >= '0' && c <= '9');
        }

        private ScopeValue value() {
            int start = at;
            while (at < header.length()
                    && (header.charAt(at) == '%' || PercentEncoding.isUnreserved(header.charAt(at)))) {
                at++;
            }
            String text = PercentEncoding.decode(header, start, at, false);
            return new ScopeValue(json.createValue(text), text);
        }

        private boolean comma() {
            space();
            boolean found = skip(',');
            if (found) {
                space();
            }
            return found;
        }

        private void space() {
            while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
                at++;
            }
        }

        private boolean skip(char c) {
            boolean found = at < header.length() && header.charAt(at) == c;
            at += found ? 1 : 0;
            return found;
        }

        private IllegalArgumentException expected(String what) {
            return new IllegalArgumentException("expected " + what + " at position " + at);
        }
    }
}
