package org.mizan.core.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8, RFC 3986 §2: strict both ways, linear in the length. Without state. */
final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Whether a character stands for itself everywhere (RFC 3986 §2.3). */
    static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    /** Appends a well-formed text, all but its unreserved characters encoded. */
    static void encode(String text, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
    }

    /** How many characters {@link #encode} appends for a well-formed text. */
    static long encodedLength(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length += isUnreserved(c) ? 1 : 3;
            } else {
                // A surrogate is half of a character of four bytes.
                length += c < 0x800 || Character.isSurrogate(c) ? 6 : 9;
            }
        }
        return length;
    }

    /**
     * Decodes a part of a text.
     *
     * @param plusIsSpace whether {@code +} is a space, as in a form
     * @throws IllegalArgumentException when an escape is broken, what the escapes say is not UTF-8, or a character
     *     stands there that is not printable ASCII; the message says which and where, and repeats nothing
     */
    static String decode(String text, int from, int to, boolean plusIsSpace) {
        byte[] bytes = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) octet(text, i, to);
                i += 2;
            } else if (c > ' ' && c < 0x7f) {
                bytes[length++] = (byte) (c == '+' && plusIsSpace ? ' ' : c);
            } else {
                throw new IllegalArgumentException("a character that has to be percent-encoded, at position " + i);
            }
        }
        if (isAscii(bytes, length)) {
            return new String(bytes, 0, length, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("percent-encoding that is not UTF-8, after position " + from, e);
        }
    }

    private static boolean isAscii(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static int octet(String text, int percent, int to) {
        if (percent + 2 < to) {
            int high = HEX.indexOf(upper(text.charAt(percent + 1)));
            int low = HEX.indexOf(upper(text.charAt(percent + 2)));
            if (high >= 0 && low >= 0) {
                return high << 4 | low;
            }
        }
        throw new IllegalArgumentException("a broken percent-escape at position " + percent);
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'f' ? (char) (c - 'a' + 'A') : c;
    }
}
