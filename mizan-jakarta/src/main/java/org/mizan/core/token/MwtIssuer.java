package org.mizan.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.Secret;
import org.mizan.core.identity.RolesKey;
import org.mizan.core.json.CanonicalJson;

/**
 * Mints tokens.
 *
 * <p>Header and payload are canonical JSON (RFC 8785), so the same caller at the same second gets the same text. The
 * claims are {@code sub}, {@code roles}, {@code pkey}, {@code aud}, {@code iat}, {@code nbf} and {@code exp}, no
 * others. Whether a caller may have a token at all is for others to decide. Thread-safe.
 */
public final class MwtIssuer {
    private static final JWSHeader OURS = new JWSHeader(JWSAlgorithm.HS256);

    private final JWSSigner signer;
    private final String header;
    private final String audience;
    private final Duration ttl;
    private final JsonProvider json;
    private final Clock clock;

    MwtIssuer(MwtSettings settings, Secret secret, JsonProvider json, Clock clock) {
        this.signer = signer(secret);
        this.header = part(json.createObjectBuilder()
                .add("alg", TokenHeader.ALGORITHM)
                .add("kid", settings.kid())
                .add("typ", TokenHeader.TYPE)
                .build());
        this.audience = settings.audience();
        this.ttl = settings.ttl();
        this.json = json;
        this.clock = clock;
    }

    private static JWSSigner signer(Secret secret) {
        try {
            return new MACSigner(secret.bytes());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the secret has fewer than 32 bytes", e);
        }
    }

    /**
     * Mints a token, valid from now on.
     *
     * @param id the caller's id
     * @param roles the caller's roles
     * @param notAfter what the token must not outlive, as the {@code exp} of the bearer token that the caller came
     *     with; null when there is nothing
     * @throws MintRefusedException when {@code notAfter} leaves no second, or no verifier would accept the token: an
     *     empty id, half of a surrogate pair, more than 100 roles, more than 8192 characters in all
     */
    public IssuedToken mint(String id, SortedSet<String> roles, @Nullable Instant notAfter)
            throws MintRefusedException {
        if (id.isEmpty() || roles.size() > Limits.ROLES) {
            throw new MintRefusedException("the caller has no name, or more than " + Limits.ROLES + " roles");
        }
        long now = clock.instant().getEpochSecond();
        long expires = expiry(now, notAfter);
        if (expires <= now) {
            throw new MintRefusedException("what the caller came with has expired");
        }
        var token = sign(claims(id, roles, now, expires));
        if (token.length() > Limits.LENGTH) {
            throw new MintRefusedException("name and roles of the caller do not fit a token");
        }
        return new IssuedToken(token, Instant.ofEpochSecond(expires));
    }

    private long expiry(long now, @Nullable Instant notAfter) {
        long expires = now + ttl.toSeconds();
        return notAfter == null ? expires : Math.min(expires, notAfter.getEpochSecond());
    }

    private String claims(String id, SortedSet<String> roles, long now, long expires) throws MintRefusedException {
        var list = json.createArrayBuilder();
        roles.stream().sorted().forEachOrdered(list::add);
        try {
            return part(json.createObjectBuilder()
                    .add("aud", audience)
                    .add("exp", expires)
                    .add("iat", now)
                    .add("nbf", now)
                    .add("pkey", RolesKey.of(roles))
                    .add("roles", list)
                    .add("sub", id)
                    .build());
        } catch (IllegalArgumentException e) { // of which the message tells nothing more
            throw new MintRefusedException("name or roles of the caller have half of a surrogate pair");
        }
    }

    private static String part(JsonObject object) {
        return CompactParts.encode(CanonicalJson.of(object).getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String claims) {
        var signed = header + '.' + claims;
        try {
            return signed + '.' + signer.sign(OURS, signed.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
