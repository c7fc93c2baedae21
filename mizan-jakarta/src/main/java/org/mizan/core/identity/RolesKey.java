package org.mizan.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import org.mizan.core.json.CanonicalJson;

/**
 * The {@code pkey} of PROTOCOL §10: one short text for one set of roles, so it changes when a permission does.
 *
 * <p>It hides nothing: whoever can guess the roles can compute it.
 */
public final class RolesKey {
    private RolesKey() {}

    /**
     * The lower-case hex SHA-256 of the canonical JSON (RFC 8785) of the list of roles, sorted by UTF-16 code units
     * whatever the order of the set.
     *
     * @throws IllegalArgumentException when a role has half of a surrogate pair
     */
    public static String of(SortedSet<String> roles) {
        var json = new StringBuilder("[");
        roles.stream()
                .sorted()
                .forEachOrdered(role -> CanonicalJson.string(role, json.length() == 1 ? json : json.append(',')));
        return sha256(json.append(']').toString());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
