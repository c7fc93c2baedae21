package org.mizan.core.token;

import java.time.Instant;

/**
 * A token that was just minted. Its {@code toString} does not show it.
 *
 * @param token the text for {@code X-Mizan-Token}
 * @param expiresAt when it stops being valid, in whole seconds
 */
public record IssuedToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
