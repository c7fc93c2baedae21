package org.mizan.it.fuzz;

import java.util.Arrays;
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

    /** The random part of the session's id, without what servers put before it or after it and do not always look at. */
    public static String sessionId(String cookies) {
        return Arrays.stream(cookies.split("; "))
                .filter(each -> each.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no session"))
                .replaceFirst("^JSESSIONID=(0000)?", "")
                .replaceFirst("[:.].*", "");
    }
}
