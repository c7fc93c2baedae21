package org.mizan.core.token;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mizan.core.token.BadTokenException.Reason;

/**
 * The JOSE header of an MWT (RFC 7515 §4). It names a secret and decides nothing.
 *
 * <p>RFC 7515 has readers ignore what they do not understand. Only this library mints these tokens, so here a header
 * with any other member ({@code crit}, {@code b64}, {@code zip}, {@code jku}, {@code jwk}, {@code x5u}, {@code x5c},
 * {@code cty} …) is none of its own and refused.
 *
 * @param kid the name of the secret, as the token has it
 */
record TokenHeader(String kid) {
    static final String ALGORITHM = "HS256";
    static final String TYPE = "JWT";

    private static final Set<String> MEMBERS = Set.of("alg", "kid", "typ");

    static TokenHeader of(JsonObject header) throws BadTokenException {
        if (!MEMBERS.containsAll(header.keySet())) {
            throw new BadTokenException(Reason.HEADER);
        }
        if (!isText(header.get("alg"), ALGORITHM)) {
            throw new BadTokenException(Reason.ALGORITHM);
        }
        if (header.containsKey("typ") && !isText(header.get("typ"), TYPE)) {
            throw new BadTokenException(Reason.TYPE);
        }
        if (header.get("kid") instanceof JsonString kid) {
            return new TokenHeader(kid.getString());
        }
        throw new BadTokenException(Reason.KEY_ID);
    }

    private static boolean isText(@Nullable JsonValue value, String text) {
        return value instanceof JsonString string && string.getString().equals(text);
    }
}
