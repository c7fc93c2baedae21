package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.FailingStore;
import org.mizan.core.cache.FailingStore.Operation;
import org.mizan.core.cache.Mutation;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.entry.CacheKeys;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.proof.TcpProxy.Direction;
import org.mizan.core.cache.redis.RedisProcess;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Registry;
import org.mizan.spi.StoreException;
import redis.clients.jedis.Jedis;

/** The ways in which caches like this one are wrong, each by its name, with a real Redis between two nodes. */
class ClassicHolesTest {
    private static final Duration PATIENT = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final CacheKeys KEYS = new CacheKeys(Ledger.SECRET);
    private static final int OWNER = 3;
    private static final int ROW = 19;

    private static RedisProcess redis;

    private final AtomicInteger runs = new AtomicInteger();
    private HalfStore line;
    private OriginCache here;
    private OriginCache there;
    private Jedis intruder;

    /** A store that does its part for rows, and then fails, when it is told to outdate. */
    private static final class HalfStore extends FailingStore {
        private volatile boolean half;

        HalfStore() {
            super(Ledger.store(redis.url(), PATIENT));
        }

        @Override
        public void outdate(Map<String, List<String>> leases) {
            if (!half) {
                super.outdate(leases);
                return;
            }
            var rows = new HashMap<>(leases);
            rows.keySet().removeIf(record -> !record.contains("{row}"));
            super.outdate(rows);
            throw new StoreException("cut", new IOException());
        }
    }

    @BeforeAll
    static void startRedis() {
        redis = RedisProcess.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void open() {
        redis.command("FLUSHALL");
        line = new HalfStore();
        here = Ledger.cache(line, LEASE, false);
        there = Ledger.cache(Ledger.store(redis.url(), PATIENT), LEASE, false);
        intruder = new Jedis("127.0.0.1", redis.port());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        intruder.close();
    }

    private static OriginCache with(byte[] secret, Registry registry) {
        var rules = new CacheRules(secret, "proof", "", LEASE, false, Duration.ofSeconds(5));
        return new OriginCache(Ledger.store(redis.url(), PATIENT), () -> "", rules, registry, Clock.systemUTC());
    }

    private static CacheRequest page(int page, int rev, @Nullable String caller, @Nullable String pkey) {
        return new CacheRequest("row", params(page), rev, Duration.ofHours(1), caller, pkey);
    }

    private static CacheRequest page(int page) {
        return page(page, 0, null, null);
    }

    private static SortedMap<String, String> params(int page) {
        return new TreeMap<>(Map.of("owner", "" + OWNER, "row", "" + ROW, "page", "" + page));
    }

    private static byte[] entry(CacheKeys keys, @Nullable String caller) {
        return ("proof:" + keys.entry("row", params(1), 0, caller)).getBytes(StandardCharsets.UTF_8);
    }

    private static String record(String... scope) {
        var values = new TreeMap<String, String>();
        for (int i = 0; i < scope.length; i += 2) {
            values.put(scope[i], scope[i + 1]);
        }
        return "proof:" + KEYS.record("row", values);
    }

    /** The number of the run whose result was returned. */
    private String read(OriginCache cache, CacheRequest request) {
        try {
            return new String(
                    cache.read(request)
                            .bytes(() -> ("run " + runs.incrementAndGet()).getBytes(StandardCharsets.US_ASCII)),
                    StandardCharsets.US_ASCII);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static Mutation begin(OriginCache cache, TargetSet targets) {
        var mutation = cache.mutation();
        mutation.lease(targets);
        return mutation;
    }

    private static void mutate(OriginCache cache) {
        begin(cache, Ledger.row(OWNER, ROW)).commit();
    }

    private static long misses(OriginCache cache, MissReason reason) {
        return cache.statistics().misses().get(reason);
    }

    @Test
    void otherPagesOfTheSameRow() {
        read(here, page(1));
        read(here, page(2));
        mutate(here);
        assertEquals("run 3", read(there, page(1)));
        assertEquals("run 4", read(there, page(2)));
    }

    @Test
    void otherCallersEntries_whenAnAdministratorEditsAUser() {
        read(there, page(1, 0, "ada", "k"));
        read(there, page(1, 0, "bob", "k"));
        read(there, page(1));
        mutate(here);
        assertEquals("run 4", read(there, page(1, 0, "ada", "k")));
        assertEquals("run 5", read(there, page(1, 0, "bob", "k")));
        assertEquals("run 6", read(there, page(1)));
    }

    @Test
    void entriesOfAnotherRevision_areNeitherMixedNorForgotten() {
        assertEquals("run 1", read(here, page(1, 1, null, null)));
        assertEquals("run 2", read(there, page(1, 2, null, null)));
        assertEquals("run 1", read(here, page(1, 1, null, null)));
        mutate(there);
        assertEquals("run 3", read(here, page(1, 1, null, null)));
        assertEquals("run 4", read(there, page(1, 2, null, null)));
    }

    @Test
    void roleThatIsRevoked_isAMiss() {
        assertEquals("run 1", read(here, page(1, 0, "ada", "admin")));
        assertEquals("run 2", read(there, page(1, 0, "ada", "")));
        assertEquals(1, misses(there, MissReason.OTHER_ROLES));
        assertEquals("run 3", read(here, page(1, 0, "ada", "admin")), "not the poorer one either");
    }

    @Test
    void slowReaderThatFillsAfterThePurge_leavesNothingThatHits() throws Throwable {
        read(there, page(1)); // the records have stamps
        mutate(here);
        read(there, page(2)); // and have them again
        there.read(page(1)).bytes(() -> {
            mutate(here);
            return "old".getBytes(StandardCharsets.US_ASCII);
        });
        assertNotEquals("old", read(there, page(1)));
        assertNotEquals("old", read(here, page(1)));
    }

    @Test
    void slowReaderThatReadsWhileTheMutationRuns_andFillsAfterThePurge() throws Throwable {
        read(there, page(1));
        var mutation = begin(here, Ledger.row(OWNER, ROW));
        there.read(page(1)).bytes(() -> {
            mutation.commit();
            return "old".getBytes(StandardCharsets.US_ASCII);
        });
        assertEquals("run 2", read(there, page(1)));
    }

    @Test
    void mutationThatRollsBack_outdatesNothing() {
        read(there, page(1));
        begin(here, Ledger.row(OWNER, ROW)).rollback();
        assertEquals("run 1", read(there, page(1)));
    }

    @Test
    void entryCopiedToAnotherKey_byWhoeverHasAccessToRedis_isAMiss() {
        assertEquals("run 1", read(here, page(1, 0, "ada", "k")));
        assertEquals("run 2", read(here, page(1, 0, "bob", "k")));
        intruder.set(entry(KEYS, "bob"), intruder.get(entry(KEYS, "ada")));
        assertEquals("run 3", read(here, page(1, 0, "bob", "k")));
        assertEquals(1, misses(here, MissReason.FORGED));
    }

    @Test
    void entryThatIsTruncatedOrChanged_anywhere_isAMiss() {
        assertEquals("run 1", read(here, page(1)));
        var key = entry(KEYS, null);
        var sealed = intruder.get(key);
        for (int length = 0; length < sealed.length; length++) {
            int before = runs.get();
            intruder.set(key, Arrays.copyOf(sealed, length));
            assertEquals("run " + (before + 1), read(here, page(1)), "cut to " + length);
            var changed = sealed.clone();
            changed[length] ^= (byte) (1 << length % 8);
            intruder.set(key, changed);
            assertEquals("run " + (before + 2), read(here, page(1)), "changed at " + length);
        }
        intruder.set(key, sealed);
        assertEquals("run 1", read(here, page(1)), "and it was a hit but for that");
        intruder.set(key, Arrays.copyOf(sealed, sealed.length + 1));
        assertNotEquals("run 1", read(here, page(1)));
        intruder.set(key, new byte[1 << 20]);
        assertNotEquals("run 1", read(here, page(1)));
    }

    @Test
    void entryOfAnotherSchema_isAMiss() {
        var other = Ledger.registry(Ledger.Functions.class, Ledger.MoreFunctions.class);
        try (var next = with(Ledger.SECRET, other)) {
            assertEquals("run 1", read(here, page(1)));
            assertEquals("run 2", read(next, page(1)));
            assertEquals(1, misses(next, MissReason.OTHER_SCHEMA));
            mutate(next);
            assertEquals("run 3", read(here, page(1)), "but its mutations are heard of: a rolling restart");
        }
    }

    @Test
    void entryOfSomebodyWithAnotherSecret_isAMiss() {
        var secret = "another secret, as long as the 1st".getBytes(StandardCharsets.US_ASCII);
        try (var other = with(secret, Ledger.registry())) {
            assertEquals("run 1", read(here, page(1)));
            assertEquals("run 2", read(other, page(1)));
            intruder.set(entry(KEYS, null), intruder.get(entry(new CacheKeys(secret), null)));
            assertEquals("run 3", read(here, page(1)));
        }
    }

    @Test
    void recordsAndEntriesOfTheWrongType_areMisses_andHarmMutationsNot() {
        read(here, page(1));
        intruder.del(entry(KEYS, null));
        intruder.lpush(entry(KEYS, null), "a list".getBytes(StandardCharsets.US_ASCII));
        assertEquals("run 2", read(here, page(1)));
        intruder.del(record());
        intruder.set(record(), "a string");
        assertEquals("run 3", read(there, page(1)));
        mutate(there);
        assertEquals("run 4", read(there, page(1)));
    }

    @Test
    void recordsFullOfRubbish_areMisses_andGetWellAgain() {
        read(here, page(1));
        intruder.hset(record(), Map.of("s", "\u0000\ud83d\ude00", "m:", "", "m:x", "never", "other", "field"));
        assertEquals("run 2", read(here, page(1)), "leases without an end count as ended");
        assertEquals("run 2", read(there, page(1)));
    }

    @Test
    void twoContextsInOneMutation_ofWhichOneStoreCallFails() throws InterruptedException {
        var owner = Ledger.ownerPage(OWNER, 1, null);
        read(there, page(1));
        read(there, owner);
        var mutation = begin(here, Ledger.row(OWNER, ROW));
        line.half = true;
        mutation.commit();
        assertEquals("run 3", read(there, page(1)), "outdated");
        assertEquals("run 4", read(there, owner), "leased");
        assertEquals("run 5", read(there, owner));
        assertEquals("run 6", read(here, owner), "read around");
        line.half = false;
        awaitHit(there, owner);
    }

    @Test
    void purgeThatIsLostOnTheWay_whileAnotherNodeReads() throws InterruptedException {
        read(there, page(1));
        var mutation = begin(here, Ledger.row(OWNER, ROW));
        line.fail(Operation.OUTDATE);
        mutation.commit();
        assertEquals("run 2", read(there, page(1)));
        assertEquals("run 3", read(here, page(1)));
        line.mend();
        awaitHit(there, page(1));
        assertTrue(runs.get() >= 4, "the first run is not what hits");
    }

    private void awaitHit(OriginCache cache, CacheRequest request) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        long hits = cache.statistics().hits();
        while (cache.statistics().hits() == hits) {
            assertTrue(System.nanoTime() - end < 0, "no hit");
            assertNotEquals("run 1", read(cache, request));
            Thread.sleep(20);
        }
    }

    /**
     * A stamp whose answer is lost may have been written: others fill under it, a mutation takes it out, and when it is
     * sent again it is back, with the entries of before.
     */
    @Test
    void stampWhoseAnswerIsLost_neverComesBackAfterAMutation() throws Exception {
        try (var proxy = new TcpProxy(redis.port());
                var store = Ledger.store("redis://127.0.0.1:" + proxy.port(), PATIENT)) {
            var record = record();
            store.read("e", List.of(record)); // connects
            proxy.delay(Direction.REQUESTS, Duration.ofMillis(400));
            proxy.cutAfter(0);
            var stamping = CompletableFuture.supplyAsync(() -> store.stamp(Map.of(record, "lost")));
            redis.await(() -> redis.command("HGET", record, "s").equals("lost"), "reached");
            there.outdate(Ledger.anything()); // after others have filled under it
            stamping.handle((stamps, failure) -> stamps).get();
            assertNotEquals("lost", redis.command("HGET", record, "s"), "it is back");
        }
    }
}
