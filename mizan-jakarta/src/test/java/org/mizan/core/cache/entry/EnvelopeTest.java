package org.mizan.core.cache.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mizan.spi.CacheStore;

/** What seals an entry, and what does not open. */
class EnvelopeTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final long NOW = 1_700_000_000_000L;
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final Envelope envelope = new Envelope(SECRET, "schema", true);
    private final Envelope.Address address = new Envelope.Address("ctx:user:1", "pkey");
    private final byte[] sealed = envelope.seal(address, stamps("s1", "n1"), NOW, LIFE, BODY);

    private static Stamps stamps(String stamp, String node) {
        var held = new TreeMap<String, CacheStore.Held>();
        held.put("sc:{user}:whole", new CacheStore.Held("other", "n1"));
        held.put("sc:{user}:5", new CacheStore.Held(stamp, node));
        return new Stamps(held);
    }

    private Envelope.Opened open(byte[] entry) {
        return envelope.open(address, stamps("s1", "n1"), NOW + 1, entry);
    }

    @Test
    void entry_asItWasSealed_opens() {
        assertEquals("{\"a\":1}", open(sealed).body().text());
        assertNull(open(sealed).miss());
    }

    @Test
    void entry_withAnotherStamp_isOutdated() {
        assertEquals(
                MissReason.OUTDATED,
                envelope.open(address, stamps("s2", "n1"), NOW, sealed).miss());
    }

    @Test
    void entry_whoseRecordIsOnAnotherNode_isOutdated() {
        assertEquals(
                MissReason.OUTDATED,
                envelope.open(address, stamps("s1", "n2"), NOW, sealed).miss());
    }

    @Test
    void entry_copiedToAnotherKey_isForged() {
        var other = new Envelope.Address("ctx:user:2", "pkey");
        assertEquals(
                MissReason.FORGED,
                envelope.open(other, stamps("s1", "n1"), NOW, sealed).miss());
    }

    @Test
    void entry_ofACallerWithOtherRoles_isAMiss() {
        var other = new Envelope.Address("ctx:user:1", "other");
        assertEquals(
                MissReason.OTHER_ROLES,
                envelope.open(other, stamps("s1", "n1"), NOW, sealed).miss());
        var nobody = new Envelope.Address("ctx:user:1", null);
        assertEquals(
                MissReason.OTHER_ROLES,
                envelope.open(nobody, stamps("s1", "n1"), NOW, sealed).miss());
    }

    @Test
    void entry_ofAnotherSchema_isAMiss() {
        var other = new Envelope(SECRET, "schema 2", true);
        assertEquals(
                MissReason.OTHER_SCHEMA,
                other.open(address, stamps("s1", "n1"), NOW, sealed).miss());
    }

    @Test
    void entry_ofAnotherSecret_isForged() {
        var other =
                new Envelope("another secret of at least 32 bytes".getBytes(StandardCharsets.US_ASCII), "schema", true);
        assertEquals(
                MissReason.FORGED,
                other.open(address, stamps("s1", "n1"), NOW, sealed).miss());
    }

    @Test
    void entry_pastItsLife_isExpired() {
        assertEquals(
                MissReason.EXPIRED,
                envelope.open(address, stamps("s1", "n1"), NOW + LIFE.toMillis() + 1, sealed)
                        .miss());
    }

    @Test
    void entry_withAnyBitTurned_neverOpens() {
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var turned = sealed.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            assertNull(open(turned).body(), "bit " + bit);
        }
    }

    @Test
    void entry_cutAnywhere_neverOpens() {
        for (int length = 0; length < sealed.length; length++) {
            assertNull(open(Arrays.copyOf(sealed, length)).body(), "length " + length);
        }
        assertNull(open(Arrays.copyOf(sealed, sealed.length + 1)).body());
    }

    @Test
    void overhead_isSmall() {
        assertTrue(sealed.length - BODY.length <= 300, (sealed.length - BODY.length) + " bytes");
    }

    @Test
    void derivedKey_isThatOfRfc5869() {
        // RFC 5869, test case 3: no salt, no info; the first 32 of its 42 bytes
        var derived = Hmac.derive(HexFormat.of().parseHex("0b".repeat(22)), new byte[0]);
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
                HexFormat.of().formatHex(derived));
    }
}
