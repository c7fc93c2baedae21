package org.mizan.core.token;

import org.mizan.core.config.MwtSettings;
import org.mizan.core.token.BadTokenException.Reason;

/** The times of a token, in seconds since 1970 (RFC 7519 §4.1.4 to §4.1.6). */
record TokenTimes(long issued, long notBefore, long expires) {

    static TokenTimes of(TokenClaims claims) throws BadTokenException {
        var times = new TokenTimes(claims.seconds("iat"), claims.seconds("nbf"), claims.seconds("exp"));
        if (!times.areSensible()) {
            throw new BadTokenException(Reason.TIMES);
        }
        return times;
    }

    /** The bound is that of the setting, not the setting: it may be lowered while older tokens are about. */
    private boolean areSensible() {
        return issued <= expires
                && notBefore <= expires
                && expires - issued <= MwtSettings.LONGEST_TTL.toSeconds()
                && expires - notBefore <= MwtSettings.LONGEST_TTL.toSeconds();
    }

    void requireValid(long now, long leeway) throws BadTokenException {
        if (now + leeway < Math.max(notBefore, issued)) {
            throw new BadTokenException(Reason.NOT_YET_VALID);
        }
        if (now - leeway >= expires) {
            throw new BadTokenException(Reason.EXPIRED);
        }
    }
}
