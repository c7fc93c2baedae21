package org.mizan.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mizan.core.cache.FailingStore.Operation;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.local.LocalStore;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** What mutations do to readers of this node and of another one, whatever becomes of the store meanwhile. */
class MutationTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MovingClock clock = new MovingClock();
    private final LocalStore shared = new LocalStore(1 << 20, Duration.ofHours(48));
    private final FailingStore line = new FailingStore(shared);
    private final AtomicInteger runs = new AtomicInteger();
    private volatile String tenant = "";
    private final OriginCache here = cache(line, false);
    private final OriginCache refusing = cache(line, true);
    private final OriginCache elsewhere = cache(new FailingStore(shared), false);

    private OriginCache cache(FailingStore store, boolean refuse) {
        var rules = new CacheRules(SECRET, "test", "", LEASE, refuse, Duration.ofSeconds(5));
        return new OriginCache(store, () -> tenant, rules, Shops.registry(), clock);
    }

    @AfterEach
    void close() {
        here.close();
        refusing.close();
        elsewhere.close();
    }

    private static TargetSet orders(long userId) {
        return TargetSet.none().with(target("orders", Map.of("userId", userId)));
    }

    private static Target target(String context, Map<String, Long> scope) {
        var params = new TreeMap<String, ScopeValue>();
        scope.forEach((name, value) -> params.put(name, new ScopeValue(Json.createValue(value), value.toString())));
        return new Target(context, null, params);
    }

    private int read(OriginCache cache, String context, String... params) {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < params.length; i += 2) {
            texts.put(params[i], params[i + 1]);
        }
        try {
            var request = new CacheRequest(context, texts, 0, Duration.ofHours(24), null, null);
            var body = cache.read(request).bytes(() -> new byte[] {(byte) runs.incrementAndGet()});
            return body[0];
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private int page(OriginCache cache, String userId, String page) {
        return read(cache, "orders", "userId", userId, "page", page);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean());
    }

    private Mutation mutate(OriginCache cache, TargetSet targets) {
        var mutation = cache.mutation();
        mutation.lease(targets);
        return mutation;
    }

    @Test
    void committedMutation_outdatesAllPagesOfItsScope_onAllNodes_andNoOther() {
        page(here, "5", "1");
        page(elsewhere, "5", "2");
        page(here, "6", "1");
        mutate(here, orders(5)).commit();
        assertEquals(4, page(here, "5", "1"));
        assertEquals(5, page(elsewhere, "5", "2"));
        assertEquals(3, page(elsewhere, "6", "1"));
        assertEquals(1, here.statistics().outdated());
    }

    @Test
    void rolledBackMutation_outdatesNothing() {
        page(here, "5", "1");
        var mutation = mutate(here, orders(5));
        assertEquals(2, page(elsewhere, "5", "1"), "while it runs nobody hits");
        mutation.rollback();
        assertEquals(1, page(elsewhere, "5", "1"));
        assertEquals(0, here.statistics().outdated());
    }

    @Test
    void targetAddedWhileItRuns_isOutdatedToo() {
        page(here, "6", "1");
        var mutation = mutate(here, orders(5));
        mutation.lease(orders(6));
        assertEquals(2, page(elsewhere, "6", "1"), "leased at once");
        mutation.commit();
        assertEquals(3, page(elsewhere, "6", "1"));
    }

    @Test
    void targetAddedAfterItsEnd_isOutdatedAtOnce() {
        var mutation = mutate(here, orders(5));
        mutation.commit();
        page(here, "6", "1");
        mutation.lease(orders(6));
        assertEquals(2, page(here, "6", "1"));
    }

    @Test
    void purgeThatIsLost_isReadAroundHere_keptFromHittingElsewhere_andRetried() throws InterruptedException {
        page(here, "5", "1");
        var mutation = mutate(here, orders(5));
        line.fail(Operation.OUTDATE);
        mutation.commit();
        assertEquals(2, page(here, "5", "1"));
        assertEquals(3, page(here, "5", "1"), "nothing is filled meanwhile");
        assertEquals(4, page(elsewhere, "5", "1"), "the lease still stands there");
        line.mend();
        await(() -> page(here, "5", "1") == page(elsewhere, "5", "1"));
        assertTrue(page(here, "5", "1") > 4, "what was true before is not seen again");
    }

    @Test
    void leaseThatCannotBeWritten_underServe_runs_andThePurgeIsRetried() throws InterruptedException {
        page(here, "5", "1");
        line.fail(Operation.LEASE, Operation.OUTDATE);
        mutate(here, orders(5)).commit();
        assertEquals(2, page(here, "5", "1"), "this node reads around it");
        assertEquals(1, page(elsewhere, "5", "1"), "others may be stale until the retry");
        line.mend();
        await(() -> page(elsewhere, "5", "1") > 2);
    }

    @Test
    void leaseThatCannotBeWritten_underRefuse_refusesTheMutation_andHoldsNobodyUp() {
        page(here, "5", "1");
        line.fail(Operation.LEASE);
        var mutation = refusing.mutation();
        var refusal = assertThrows(CacheUnavailableException.class, () -> mutation.lease(orders(5)));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("MIZAN-00501"));
        mutation.rollback();
        assertEquals(1, page(elsewhere, "5", "1"));
    }

    @Test
    void releaseThatIsLost_isRetried() throws InterruptedException {
        page(here, "5", "1");
        var mutation = mutate(here, orders(5));
        line.fail(Operation.RELEASE);
        mutation.rollback();
        assertEquals(2, page(elsewhere, "5", "1"));
        line.mend();
        await(() -> page(elsewhere, "5", "1") == 1);
    }

    @Test
    void longMutation_isRenewed() throws InterruptedException {
        page(here, "5", "1");
        var mutation = mutate(here, orders(5));
        for (int i = 0; i < 4; i++) {
            clock.pass(LEASE.dividedBy(2));
            long end = clock.millis() + LEASE.toMillis();
            await(() -> shared.read("", recordNames()).records().values().stream()
                    .allMatch(record -> record.leases().values().stream().allMatch(until -> until == end)));
        }
        assertEquals(MissReason.MUTATING, missOf(elsewhere));
        mutation.rollback();
        assertEquals(1, page(elsewhere, "5", "1"), "no reader took it for dead");
    }

    private static List<String> recordNames() {
        var keys = new org.mizan.core.cache.entry.CacheKeys(SECRET);
        return List.of("test:" + keys.record("orders", new TreeMap<>(Map.of("userId", "5"))));
    }

    private MissReason missOf(OriginCache cache) {
        var before = cache.statistics().misses();
        page(cache, "5", "1");
        return cache.statistics().misses().entrySet().stream()
                .filter(count -> !count.getValue().equals(before.get(count.getKey())))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void mutationThatItsOwnerForgot_losesItsLease() {
        page(here, "5", "1");
        mutate(here, orders(5));
        clock.pass(LEASE.plusSeconds(6));
        assertTrue(page(elsewhere, "5", "1") > 1, "and with it the stamp");
        int kept = page(elsewhere, "5", "1");
        assertEquals(kept, page(elsewhere, "5", "1"));
    }

    @Test
    void shapeThatScopedByAnnounces_isScoped() {
        read(here, "product", "productId", "1", "language", "en");
        read(here, "product", "productId", "2", "language", "en");
        mutate(here, TargetSet.none().with(target("product", Map.of("productId", 1L))))
                .commit();
        assertEquals(3, read(here, "product", "productId", "1", "language", "en"));
        assertEquals(2, read(here, "product", "productId", "2", "language", "en"));
    }

    @Test
    void shapeThatNobodyDeclared_isBroad() {
        page(here, "5", "1");
        page(here, "5", "2");
        mutate(here, TargetSet.none().with(target("orders", Map.of("page", 1L))))
                .commit();
        assertEquals(3, page(here, "5", "1"));
        assertEquals(4, page(here, "5", "2"));
    }

    @Test
    void tenants_doNotMeet_exceptByEverything() {
        tenant = "a";
        page(here, "5", "1");
        tenant = "b{}:";
        page(here, "5", "1");
        mutate(here, orders(5)).commit();
        assertEquals(3, page(here, "5", "1"));
        tenant = "a";
        assertEquals(1, page(here, "5", "1"));
        here.outdate(TargetSet.none().with(Target.EVERYTHING));
        assertEquals(4, page(here, "5", "1"));
        tenant = "b{}:";
        assertEquals(5, page(here, "5", "1"));
    }

    @Test
    void tenantWithBrokenText_isRefused() {
        tenant = "\ud800";
        assertThrows(IllegalStateException.class, () -> page(here, "5", "1"));
    }

    @Test
    void anotherEpoch_startsAfresh_butHearsOfMutations() {
        var rules = new CacheRules(SECRET, "test", "2", LEASE, false, Duration.ofSeconds(5));
        try (var next = new OriginCache(new FailingStore(shared), () -> tenant, rules, Shops.registry(), clock)) {
            page(here, "5", "1");
            assertEquals(2, page(next, "5", "1"));
            assertEquals(1, page(here, "5", "1"));
            mutate(here, orders(5)).commit();
            assertEquals(3, page(next, "5", "1"), "records are common, or a rolling restart would be stale");
        }
    }

    @Test
    void manyPurgesThatAreLost_becomeEverything() throws InterruptedException {
        page(elsewhere, "5", "1");
        read(elsewhere, "product", "productId", "1", "language", "en");
        line.fail(Operation.LEASE, Operation.OUTDATE);
        for (int user = 10; user < 10_100; user++) {
            here.outdate(orders(user));
        }
        assertTrue(page(here, "5", "1") > 2, "all is read around");
        line.mend();
        await(() -> page(elsewhere, "5", "1") > 2);
        assertTrue(read(elsewhere, "product", "productId", "1", "language", "en") > 2);
    }
}
