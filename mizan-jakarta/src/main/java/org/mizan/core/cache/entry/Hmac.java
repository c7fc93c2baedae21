package org.mizan.core.cache.entry;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key. Thread-safe. */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    Hmac(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The MAC of parts, one after the other. */
    byte[] of(byte[]... parts) {
        var mac = copy();
        for (var part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** The MAC of two parts and of what another one has from an offset. */
    byte[] of(byte[] first, byte[] second, byte[] third, int offset) {
        var mac = copy();
        mac.update(first);
        mac.update(second);
        mac.update(third, offset, third.length - offset);
        return mac.doFinal();
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " cannot be copied", e);
        }
    }

    /** A key of 32 bytes for one purpose, out of this key (HKDF, RFC 5869, one block, with a salt of zeros). */
    static byte[] derive(byte[] secret, byte[] purpose) {
        var extracted = new Hmac(new byte[32]).of(secret);
        return Arrays.copyOf(new Hmac(extracted).of(purpose, new byte[] {1}), 32);
    }
}
