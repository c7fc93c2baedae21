package org.mizan.core.cache.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Seals entries and opens them again (PROTOCOL §7.3).
 *
 * <p>An envelope is {@code version(1) created(8) life(4) schema(8) roles(8) stamps(16) mac(32) body}. The MAC covers
 * all of it and, although they are not written, the store key, the schema's hash, the caller's {@code pkey} and every
 * record's name, stamp and node: an entry that was copied to another key, restored or made up does not open. The short
 * digests say only why. For a store that is not shared the MAC is left out, for nobody else can write there.
 * Thread-safe.
 */
public final class Envelope {
    private static final byte VERSION = 1;
    private static final int DIGEST = 8;
    private static final int STAMPS = 16;
    private static final int MAC = 32;
    private static final int HEAD = 1 + Long.BYTES + Integer.BYTES + DIGEST + DIGEST + STAMPS;

    private final @Nullable Hmac hmac;
    private final byte[] schema;

    /**
     * Creates the envelopes of one deployment.
     *
     * @param secret the cache's secret; the key of the MAC is derived from it
     * @param schema the hash of the schema
     * @param shared whether the store is shared, so that entries must be authenticated
     */
    public Envelope(byte[] secret, String schema, boolean shared) {
        var purpose = "mizan cache envelope".getBytes(StandardCharsets.US_ASCII);
        this.hmac = shared ? new Hmac(Hmac.derive(secret, purpose)) : null;
        this.schema = digest(text(schema), DIGEST);
    }

    /**
     * Whom and what an entry is for.
     *
     * @param key its key in the store
     * @param pkey the fingerprint of the caller's roles; null for entries that callers share
     */
    public record Address(String key, @Nullable String pkey) {}

    /** What opening gave: a body, or the reason of the miss. */
    public record Opened(byte @Nullable [] body, @Nullable MissReason miss) {}

    /** Seals a body. */
    public byte[] seal(Address address, Stamps stamps, long created, Duration life, byte[] body) {
        var named = text(stamps);
        var head = ByteBuffer.allocate(HEAD)
                .put(VERSION)
                .putLong(created)
                .putInt((int) Math.min(life.toSeconds(), Integer.MAX_VALUE))
                .put(schema)
                .put(roles(address))
                .put(digest(named, STAMPS))
                .array();
        var mac = hmac == null ? new byte[0] : hmac.of(head, context(address, named), body);
        return ByteBuffer.allocate(head.length + mac.length + body.length)
                .put(head)
                .put(mac)
                .put(body)
                .array();
    }

    /** Opens an entry; never throws, whatever the bytes are. */
    public Opened open(Address address, Stamps stamps, long now, byte[] entry) {
        int macLength = hmac == null ? 0 : MAC;
        if (entry.length < HEAD + macLength || entry[0] != VERSION) {
            return miss(MissReason.FORGED);
        }
        var named = text(stamps);
        var reason = mismatch(address, named, now, ByteBuffer.wrap(entry, 1, HEAD - 1));
        if (reason != null) {
            return miss(reason);
        }
        if (hmac != null) {
            var mac = hmac.of(Arrays.copyOf(entry, HEAD), context(address, named), entry, HEAD + MAC);
            if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(entry, HEAD, HEAD + MAC))) {
                return miss(MissReason.FORGED);
            }
        }
        return new Opened(Arrays.copyOfRange(entry, HEAD + macLength, entry.length), null);
    }

    private @Nullable MissReason mismatch(Address address, byte[] named, long now, ByteBuffer head) {
        long created = head.getLong();
        long life = head.getInt() * 1000L;
        if (!next(head, DIGEST, schema)) {
            return MissReason.OTHER_SCHEMA;
        }
        if (!next(head, DIGEST, roles(address))) {
            return MissReason.OTHER_ROLES;
        }
        if (!next(head, STAMPS, digest(named, STAMPS))) {
            return MissReason.OUTDATED;
        }
        return now - created > life ? MissReason.EXPIRED : null;
    }

    private static boolean next(ByteBuffer head, int length, byte[] expected) {
        var found = new byte[length];
        head.get(found);
        return Arrays.equals(found, expected);
    }

    private static Opened miss(MissReason reason) {
        return new Opened(null, reason);
    }

    private static byte[] roles(Address address) {
        return address.pkey() == null ? new byte[DIGEST] : digest(text(address.pkey()), DIGEST);
    }

    /** What the MAC covers without its being written; every part is preceded by its length. */
    private static byte[] context(Address address, byte[] named) {
        return concatenated(text(address.key()), text(address.pkey() == null ? "" : address.pkey()), named);
    }

    private static byte[] text(Stamps stamps) {
        var parts = new byte[3 * stamps.byRecord().size()][];
        int at = 0;
        for (var stamp : stamps.byRecord().entrySet()) {
            parts[at++] = text(stamp.getKey());
            parts[at++] = text(stamp.getValue().stamp());
            parts[at++] = text(stamp.getValue().node());
        }
        return concatenated(parts);
    }

    private static byte[] concatenated(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length + Integer.BYTES;
        }
        var out = ByteBuffer.allocate(length);
        for (var part : parts) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] text, int length) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), length);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
