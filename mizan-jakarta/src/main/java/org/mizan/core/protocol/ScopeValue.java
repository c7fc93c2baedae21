package org.mizan.core.protocol;

import jakarta.json.JsonValue;

/**
 * The value of one parameter in both forms that the wire knows.
 *
 * @param json in bodies, where it keeps its JSON type (PROTOCOL §6.2)
 * @param text in headers, keys and comparisons (PROTOCOL §7.2)
 */
public record ScopeValue(JsonValue json, String text) {

    /**
     * Checks the text here, where the caller can still be told, as a header is written after the commit.
     *
     * @throws IllegalArgumentException when the text has half of a surrogate pair, so no UTF-8
     */
    public ScopeValue {
        if (hasHalfPair(text)) {
            throw new IllegalArgumentException("half of a surrogate pair in the value of a parameter");
        }
    }

    private static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
