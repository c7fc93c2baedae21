package org.mizan.core.token;

import java.util.Base64;
import org.mizan.core.token.BadTokenException.Reason;

/**
 * The three parts of a JWS in its compact form (RFC 7515 §3.1), decoded.
 *
 * @param signed the text that the signature is of: all up to the second dot
 */
record CompactParts(byte[] header, byte[] payload, byte[] signature, String signed) {

    static CompactParts of(String token) throws BadTokenException {
        if (token.length() > Limits.LENGTH) {
            throw new BadTokenException(Reason.TOO_LARGE);
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            throw new BadTokenException(Reason.PARTS);
        }
        return new CompactParts(
                decode(token.substring(0, first)),
                decode(token.substring(first + 1, second)),
                decode(token.substring(second + 1)),
                token.substring(0, second));
    }

    /** The JDK's decoder takes padding, and bits behind the last byte: so what it took must encode to the same text. */
    private static byte[] decode(String part) throws BadTokenException {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            if (encode(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // refused below: its message quotes the token
        }
        throw new BadTokenException(Reason.ENCODING);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
