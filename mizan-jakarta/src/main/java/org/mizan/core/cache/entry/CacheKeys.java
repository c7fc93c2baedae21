package org.mizan.core.cache.entry;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.json.CanonicalJson;

/** Makes the keys of entries and the names of records (PROTOCOL §§7.1, 7.3). Thread-safe. */
public final class CacheKeys {
    /** Characters that most canonical texts have room in. */
    private static final int USUAL = 128;

    private final Hmac hmac;

    /**
     * Creates the keys of a secret.
     *
     * @param secret the secret's bytes; not kept
     */
    public CacheKeys(byte[] secret) {
        this.hmac = new Hmac(secret);
    }

    /**
     * The key of an entry.
     *
     * @param params the text of every parameter that is present
     * @param rev the largest revision of the context's functions
     * @param caller the caller's id; null for nobody and for shared contexts
     * @throws IllegalArgumentException when a text has half of a surrogate pair
     */
    public String entry(String context, SortedMap<String, String> params, int rev, @Nullable String caller) {
        return "ctx:" + context + ":" + hex(canonical(context, params, rev, caller));
    }

    /**
     * The key of a finished page.
     *
     * @param view the name of its view function
     * @param address everything that tells it from other pages of the function
     * @param rev the largest revision of the functions that it shows
     * @throws IllegalArgumentException when a text has half of a surrogate pair
     */
    public String page(String view, String address, int rev) {
        var out = new StringBuilder(USUAL).append("{\"a\":");
        CanonicalJson.string(address, out);
        return "page:" + view + ":"
                + hex(out.append(",\"r\":").append(rev).append('}').toString());
    }

    /** RFC 8785 of {@code {"c": context, "p": params, "r": rev, "u": caller}}. */
    static String canonical(String context, SortedMap<String, String> params, int rev, @Nullable String caller) {
        var out = new StringBuilder(USUAL).append("{\"c\":");
        CanonicalJson.string(context, out);
        members(params, out.append(",\"p\":"));
        out.append(",\"r\":").append(rev);
        if (caller != null) {
            CanonicalJson.string(caller, out.append(",\"u\":"));
        }
        return out.append('}').toString();
    }

    /**
     * The name of a scope's record. In a Redis cluster the braces keep the records of a context on one node, so that a
     * read asks two nodes at most.
     *
     * @param values the text of each parameter of the scope's shape; empty for the whole context
     */
    public String record(String context, SortedMap<String, String> values) {
        var out = new StringBuilder(USUAL);
        members(values, out);
        return "sc:{" + context + "}:" + hex(out.toString());
    }

    private static void members(SortedMap<String, String> texts, StringBuilder out) {
        char separator = '{';
        for (var member : texts.entrySet()) {
            CanonicalJson.string(member.getKey(), out.append(separator));
            CanonicalJson.string(member.getValue(), out.append(':'));
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private String hex(String text) {
        return HexFormat.of().formatHex(hmac.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
