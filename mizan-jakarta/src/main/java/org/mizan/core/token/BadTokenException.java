package org.mizan.core.token;

/**
 * A token that is not accepted.
 *
 * <p>Its message is for the log: it is one of a few constants and has nothing of the token, so nothing can be injected
 * with it. It has no stack trace, as bad tokens may come in floods. The caller is told no more than 401 (PROTOCOL §5):
 * what exactly was wrong helps only an attacker.
 */
public final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    BadTokenException(Reason reason) {
        super("token refused, " + reason + ": " + reason.text, null, false, false);
        this.reason = reason;
    }

    /** Why it is refused. */
    public Reason reason() {
        return reason;
    }

    /** Why a token is refused: the first of these that holds, in this order. */
    public enum Reason {
        /** Nothing of it was looked at. */
        TOO_LARGE("longer than 8192 characters"),
        /** RFC 7515 §3.1; a JWE (RFC 7516 §3.1) has five. */
        PARTS("not three parts separated by dots"),
        /** RFC 7515 §2, RFC 4648 §3.5: every text of bytes has one encoding here. */
        ENCODING("a part is not canonical base64url without padding"),
        /** RFC 8725 §2.6: not an object that all readers understand alike. */
        HEADER("the header is not an object with members 'alg', 'kid', 'typ' only"),
        /** RFC 8725 §3.1: the algorithm is ours to choose. */
        ALGORITHM("'alg' is not HS256"),
        /** RFC 7519 §5.1. */
        TYPE("'typ' is not JWT"),
        /** RFC 8725 §3.10: looked up among the known ones and used for nothing else. */
        KEY_ID("'kid' names no secret"),
        /** RFC 7515 §5.2. */
        SIGNATURE("the signature is not of the secret that 'kid' names"),
        /** From here on it is a text that somebody with the secret signed. */
        PAYLOAD("the payload is not an object of strict JSON"),
        /** RFC 7519 §4.1.2. */
        SUBJECT("'sub' is not a string, or empty"),
        /** Of PROTOCOL §10. */
        ROLES("'roles' is not a list of at most 100 strings, sorted and distinct"),
        /** Of PROTOCOL §10. */
        ROLES_KEY("'pkey' is not the key of 'roles'"),
        /** RFC 7519 §4.1.3, RFC 8725 §3.9. */
        AUDIENCE("'aud' is not this application, and it alone"),
        /** RFC 7519 §4.1.4 to §4.1.6. */
        TIMES("'iat', 'nbf' and 'exp' are not whole seconds in a sensible order, or span more than a day"),
        /** RFC 7519 §4.1.5. */
        NOT_YET_VALID("before 'nbf' or 'iat'"),
        /** RFC 7519 §4.1.4. */
        EXPIRED("at or after 'exp'");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }
}
