package org.mizan.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.Secret;
import org.mizan.core.json.MalformedJsonException;
import org.mizan.core.json.StrictJson;
import org.mizan.core.token.BadTokenException.Reason;

/**
 * Tells whom a token stands for, or that it is bad.
 *
 * <p>It knows the secret and the previous ones; the token names one of them and chooses nothing else. What
 * {@link BadTokenException.Reason} lists is checked in that order, so the payload is not read before the signature
 * holds; the signatures are compared in constant time. Thread-safe.
 */
public final class MwtVerifier {
    private static final int DEEPEST_JSON = 8;
    private static final JWSHeader OURS = new JWSHeader(JWSAlgorithm.HS256);

    private final Map<String, JWSVerifier> secrets;
    private final String audience;
    private final long leeway;
    private final StrictJson json;
    private final Clock clock;

    MwtVerifier(MwtSettings settings, Secret secret, JsonProvider json, Clock clock) {
        var known = new HashMap<String, JWSVerifier>();
        settings.previous().forEach((kid, previous) -> known.put(kid, verifier(previous)));
        known.put(settings.kid(), verifier(secret));
        this.secrets = Map.copyOf(known);
        this.audience = settings.audience();
        this.leeway = settings.leeway().toSeconds();
        this.json = new StrictJson(json, DEEPEST_JSON);
        this.clock = clock;
    }

    private static JWSVerifier verifier(Secret secret) {
        try {
            return new MACVerifier(secret.bytes());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("a secret has fewer than 32 bytes", e);
        }
    }

    /**
     * What a token says, now.
     *
     * @param token the value of {@code X-Mizan-Token}, as it came
     * @throws BadTokenException when it is not accepted
     */
    public VerifiedToken verify(String token) throws BadTokenException {
        var parts = CompactParts.of(token);
        var header = TokenHeader.of(object(parts.header(), Reason.HEADER));
        requireSigned(header.kid(), parts);
        var claims = new TokenClaims(object(parts.payload(), Reason.PAYLOAD));
        var subject = claims.subject();
        var roles = claims.roles();
        var pkey = claims.rolesKey(roles);
        claims.requireAudience(audience);
        var times = TokenTimes.of(claims);
        times.requireValid(clock.instant().getEpochSecond(), leeway);
        return new VerifiedToken(subject, roles, pkey, Instant.ofEpochSecond(times.expires()));
    }

    private JsonObject object(byte[] text, Reason otherwise) throws BadTokenException {
        try {
            if (json.parse(text) instanceof JsonObject object) {
                return object;
            }
        } catch (MalformedJsonException e) {
            // refused below
        }
        throw new BadTokenException(otherwise);
    }

    private void requireSigned(String kid, CompactParts parts) throws BadTokenException {
        var secret = secrets.get(kid);
        if (secret == null) {
            throw new BadTokenException(Reason.KEY_ID);
        }
        try {
            // A header of our own: Nimbus is never shown that of the token.
            var signed = parts.signed().getBytes(StandardCharsets.US_ASCII);
            if (secret.verify(OURS, signed, Base64URL.encode(parts.signature()))) {
                return;
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
        throw new BadTokenException(Reason.SIGNATURE);
    }
}
