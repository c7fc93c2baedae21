package org.mizan.core.token;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.identity.RolesKey;
import org.mizan.core.token.BadTokenException.Reason;

/** Reads the claims of an MWT one by one. Claims that it does not know are nobody's business (RFC 7519 §4). */
final class TokenClaims {
    private static final BigDecimal LATEST = BigDecimal.valueOf(999_999_999_999L);

    private final JsonObject claims;

    TokenClaims(JsonObject claims) {
        this.claims = claims;
    }

    String subject() throws BadTokenException {
        if (claims.get("sub") instanceof JsonString subject
                && !subject.getString().isEmpty()) {
            return subject.getString();
        }
        throw new BadTokenException(Reason.SUBJECT);
    }

    SortedSet<String> roles() throws BadTokenException {
        if (!(claims.get("roles") instanceof JsonArray list) || list.size() > Limits.ROLES) {
            throw new BadTokenException(Reason.ROLES);
        }
        var roles = new TreeSet<String>();
        for (var item : list) {
            if (!(item instanceof JsonString role)
                    || !roles.isEmpty() && roles.last().compareTo(role.getString()) >= 0) {
                throw new BadTokenException(Reason.ROLES);
            }
            roles.add(role.getString());
        }
        return roles;
    }

    String rolesKey(SortedSet<String> roles) throws BadTokenException {
        var key = RolesKey.of(roles);
        if (claims.get("pkey") instanceof JsonString pkey && pkey.getString().equals(key)) {
            return key;
        }
        throw new BadTokenException(Reason.ROLES_KEY);
    }

    /** A string, or a list of that one alone: a token for two applications is none for either. */
    void requireAudience(String audience) throws BadTokenException {
        var found = claims.get("aud");
        var only = found instanceof JsonArray list && list.size() == 1 ? list.get(0) : found;
        if (!(only instanceof JsonString text) || !text.getString().equals(audience)) {
            throw new BadTokenException(Reason.AUDIENCE);
        }
    }

    /** A NumericDate (RFC 7519 §2) as a whole number, without a fraction or a power of ten. */
    long seconds(String name) throws BadTokenException {
        if (claims.get(name) instanceof JsonNumber number) {
            // Compared by value before it is converted, so an exponent costs no memory.
            var value = number.bigDecimalValue();
            if (value.scale() == 0 && value.signum() >= 0 && value.compareTo(LATEST) <= 0) {
                return value.longValueExact();
            }
        }
        throw new BadTokenException(Reason.TIMES);
    }
}
