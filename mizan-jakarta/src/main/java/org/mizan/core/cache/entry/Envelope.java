package org.mizan.core.cache.entry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Seals entries and opens them again (PROTOCOL §7.3).
 *
 * <p>An envelope is {@code version(1) created(8) life(4) schema(8) roles(1+n) stamps(2+…) [mac(32)] body}; a stamp is
 * {@code length(1) text(n) node(4)}, in the order of the records. The MAC covers all of it and, although they are not
 * written, the store key and every record's name and whole node: an entry that was copied to another key, restored or
 * made up does not open. What is written besides says why an entry does not. For a store that is not shared the MAC is
 * left out, for nobody else can write there and there is one node. Thread-safe.
 */
public final class Envelope {
    private static final byte VERSION = 2;
    private static final int SCHEMA = 8;
    private static final int MAC = 32;

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
        this.schema = Arrays.copyOf(digest(text(schema)), SCHEMA);
    }

    /**
     * Whom and what an entry is for.
     *
     * @param key its key in the store
     * @param pkey the fingerprint of the caller's roles, at most 255 bytes; null for entries that callers share
     */
    public record Address(String key, @Nullable String pkey) {}

    /** What opening gave: a body, or the reason of the miss. */
    public record Opened(@Nullable Body body, @Nullable MissReason miss) {}

    /** Seals a body. */
    public byte[] seal(Address address, Stamps stamps, long created, Duration life, byte[] body) {
        var head = head(address, stamps, created, life);
        var mac = hmac == null ? new byte[0] : hmac.of(head, unwritten(address, stamps), body);
        return ByteBuffer.allocate(head.length + mac.length + body.length)
                .put(head)
                .put(mac)
                .put(body)
                .array();
    }

    private byte[] head(Address address, Stamps stamps, long created, Duration life) {
        var roles = text(address.pkey() == null ? "" : address.pkey());
        int length = 1 + Long.BYTES + Integer.BYTES + SCHEMA + 1 + roles.length + Short.BYTES;
        for (var held : stamps.byRecord().values()) {
            length += 1 + text(held.stamp()).length + Integer.BYTES;
        }
        var head = ByteBuffer.allocate(length)
                .put(VERSION)
                .putLong(created)
                .putInt((int) Math.min(life.toSeconds(), Integer.MAX_VALUE))
                .put(schema)
                .put((byte) roles.length)
                .put(roles)
                .putShort((short) stamps.byRecord().size());
        for (var held : stamps.byRecord().values()) {
            var stamp = text(held.stamp());
            head.put((byte) stamp.length).put(stamp).putInt(held.node().hashCode());
        }
        return head.array();
    }

    /** Opens an entry; never throws, whatever the bytes are. */
    public Opened open(Address address, Stamps stamps, long now, byte[] entry) {
        var in = ByteBuffer.wrap(entry);
        try {
            var reason = mismatch(address, stamps, now, in);
            return reason == null ? authenticated(address, stamps, in) : miss(reason);
        } catch (BufferUnderflowException e) {
            return miss(MissReason.FORGED);
        }
    }

    private @Nullable MissReason mismatch(Address address, Stamps stamps, long now, ByteBuffer in) {
        if (in.get() != VERSION) {
            return MissReason.FORGED;
        }
        long created = in.getLong();
        long life = in.getInt() * 1000L;
        if (!next(in, schema)) {
            return MissReason.OTHER_SCHEMA;
        }
        if (!next(in, Byte.toUnsignedInt(in.get()), address.pkey() == null ? "" : address.pkey())) {
            return MissReason.OTHER_ROLES;
        }
        boolean current = in.getShort() == stamps.byRecord().size();
        if (current) {
            for (var held : stamps.byRecord().values()) {
                boolean same = next(in, Byte.toUnsignedInt(in.get()), held.stamp());
                current &= same && in.getInt() == held.node().hashCode();
                if (!current) {
                    break;
                }
            }
        }
        return !current ? MissReason.OUTDATED : now - created > life ? MissReason.EXPIRED : null;
    }

    private Opened authenticated(Address address, Stamps stamps, ByteBuffer in) {
        int head = in.position();
        if (hmac == null) {
            return new Opened(new Body(in.array(), head), null);
        }
        var found = new byte[MAC];
        in.get(found);
        var mac = hmac.of(Arrays.copyOf(in.array(), head), unwritten(address, stamps), in.array(), head + MAC);
        return MessageDigest.isEqual(mac, found)
                ? new Opened(new Body(in.array(), head + MAC), null)
                : miss(MissReason.FORGED);
    }

    private static boolean next(ByteBuffer in, byte[] expected) {
        boolean same = true;
        for (byte each : expected) {
            same &= in.get() == each;
        }
        return same;
    }

    /** Whether the next bytes are this text, which is ASCII. */
    private static boolean next(ByteBuffer in, int length, String expected) {
        boolean same = length == expected.length();
        for (int i = 0; i < length && same; i++) {
            same = in.get() == expected.charAt(i);
        }
        return same;
    }

    private static Opened miss(MissReason reason) {
        return new Opened(null, reason);
    }

    /** What the MAC covers without its being written; every part is preceded by its length. */
    private static byte[] unwritten(Address address, Stamps stamps) {
        var parts = new byte[1 + 2 * stamps.byRecord().size()][];
        parts[0] = text(address.key());
        int at = 1;
        for (var stamp : stamps.byRecord().entrySet()) {
            parts[at++] = text(stamp.getKey());
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

    private static byte[] digest(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
