package org.mizan.core.protocol;

/** The names of functions, contexts and parameters: {@code [A-Za-z_][A-Za-z0-9_]*} (PROTOCOL §1). */
public final class Names {
    private Names() {}

    /** Whether a text is a legal name. */
    public static boolean isName(String text) {
        if (text.isEmpty() || isDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && c != '_' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
