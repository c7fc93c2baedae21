package org.mizan.it.fuzz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mizan.it.fuzz.Draft.Header;

/**
 * A caller, with all that he sends to prove who he is.
 *
 * @param id of the caller; empty for nobody
 * @param admin whether he may call what administrators may
 */
public record Credentials(Proof proof, String id, boolean admin, List<Header> headers) {
    /** How he proves it. */
    public enum Proof {
        NOBODY,
        /** The container knows him: a session with its token against forgery. */
        SESSION,
        /** The same, by BASIC. */
        BASIC,
        MWT,
        /** Both: the token counts. */
        MWT_OVER_SESSION
    }

    /** Whether the container vouches for him, so that the token of his session is asked for. */
    boolean needsSession() {
        return proof == Proof.SESSION || proof == Proof.BASIC;
    }

    /** The value of a header of his. */
    String value(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(proof + " sends no " + name))
                .value();
    }

    /** The random part of the session's id: the longest word of the cookie. */
    public static String sessionId(String cookies) {
        var cookie = Arrays.stream(cookies.split("; "))
                .filter(each -> each.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no session"))
                .substring("JSESSIONID=".length());
        var word = Arrays.stream(cookie.split("[^A-Za-z0-9_-]+"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        // Liberty puts four digits before it that it does not look at.
        return word.startsWith("0000") ? word.substring(4) : word;
    }
}
