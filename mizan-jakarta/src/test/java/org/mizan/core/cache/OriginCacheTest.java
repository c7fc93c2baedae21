package org.mizan.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mizan.core.cache.entry.CacheKeys;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.local.LocalStore;
import org.mizan.spi.CacheStore;
import org.mizan.spi.StoreException;

/** Reads through the cache with a real store in the process. */
class OriginCacheTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final CacheRules RULES =
            new CacheRules(SECRET, "", "", Duration.ofSeconds(60), false, Duration.ofSeconds(5));
    /** Longer than any lease, so that no entry expires while a test waits for one to end. */
    private static final Duration LIFE = Duration.ofHours(1);

    private final MovingClock clock = new MovingClock();
    private final CacheStore store = new LocalStore(1 << 20, Duration.ofHours(48));
    private final OriginCache cache = cache(store);
    private final CacheKeys keys = new CacheKeys(SECRET);
    private final AtomicInteger runs = new AtomicInteger();

    private OriginCache cache(CacheStore over) {
        return new OriginCache(over, () -> "", RULES, Shops.registry(), clock);
    }

    private static CacheRequest page(String userId, String page, @Nullable String caller, @Nullable String pkey) {
        var params = new TreeMap<>(Map.of("userId", userId, "page", page));
        return new CacheRequest("orders", params, 0, LIFE, caller, pkey);
    }

    private String read(OriginCache from, CacheRequest request) {
        try {
            return new String(from.read(request).bytes(() -> ("run " + runs.incrementAndGet()).getBytes()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private String read(CacheRequest request) {
        return read(cache, request);
    }

    private String scope(String userId) {
        return keys.record("orders", new TreeMap<>(Map.of("userId", userId)));
    }

    @Test
    void secondRead_isAHit() {
        assertEquals("run 1", read(page("5", "1", null, null)));
        assertEquals("run 1", read(page("5", "1", null, null)));
        assertEquals(1, cache.statistics().hits());
        assertEquals(1, cache.statistics().fills());
        assertEquals(1, cache.statistics().misses().get(MissReason.ABSENT));
    }

    @Test
    void otherPagesOfTheSameUser_areOutdatedByOneCommand_andOfOthersAreNot() {
        read(page("5", "1", null, null));
        read(page("5", "2", null, null));
        read(page("6", "1", null, null));
        store.outdate(Map.of(scope("5"), List.of()));
        assertEquals("run 4", read(page("5", "1", null, null)));
        assertEquals("run 5", read(page("5", "2", null, null)));
        assertEquals("run 3", read(page("6", "1", null, null)));
    }

    @Test
    void wholeContext_outdatesEverybody() {
        read(page("5", "1", null, null));
        read(page("6", "1", "ada", "k"));
        store.outdate(Map.of(keys.record("orders", new TreeMap<>()), List.of()));
        assertEquals("run 3", read(page("5", "1", null, null)));
        assertEquals("run 4", read(page("6", "1", "ada", "k")));
    }

    @Test
    void otherCallersEntries_areOutdatedWithTheScope_andNeverMixed() {
        assertEquals("run 1", read(page("5", "1", "ada", "k")));
        assertEquals("run 2", read(page("5", "1", "bob", "k")));
        assertEquals("run 1", read(page("5", "1", "ada", "k")));
        store.outdate(Map.of(scope("5"), List.of()));
        assertEquals("run 3", read(page("5", "1", "ada", "k")));
        assertEquals("run 4", read(page("5", "1", "bob", "k")));
    }

    @Test
    void callerWhoseRolesChanged_doesNotGetTheOldBundle() {
        read(page("5", "1", "ada", "admin"));
        assertEquals("run 2", read(page("5", "1", "ada", "none")));
        assertEquals(1, cache.statistics().misses().get(MissReason.OTHER_ROLES));
    }

    @Test
    void slowReaderThatFillsAfterThePurge_leavesNothingThatHits() throws Throwable {
        read(page("5", "1", null, null)); // stamps the records
        store.outdate(Map.of(scope("5"), List.of()));
        cache.read(page("5", "1", null, null)).bytes(() -> {
            store.outdate(Map.of(scope("5"), List.of())); // a mutation commits while the functions run
            return "old".getBytes();
        });
        assertEquals("run 2", read(page("5", "1", null, null)));
    }

    @Test
    void mutationThatRuns_keepsReadersFromHittingAndFilling() {
        read(page("5", "1", null, null));
        store.lease(List.of(scope("5")), "m", clock.millis() + 60_000);
        assertEquals("run 2", read(page("5", "1", null, null)));
        assertEquals("run 3", read(page("5", "1", null, null)));
        store.release(List.of(scope("5")), "m"); // it rolled back: the first entry holds
        assertEquals("run 1", read(page("5", "1", null, null)));
    }

    @Test
    void mutationThatDied_isBuriedWhenItsLeaseHasEnded() {
        read(page("5", "1", null, null));
        store.lease(List.of(scope("5")), "m", clock.millis() + 60_000);
        clock.pass(Duration.ofSeconds(61));
        assertEquals("run 2", read(page("5", "1", null, null)), "within the grace");
        clock.pass(Duration.ofSeconds(5));
        assertEquals("run 3", read(page("5", "1", null, null)), "buried, with the stamp");
        assertEquals("run 3", read(page("5", "1", null, null)));
    }

    @Test
    void entryPastItsLife_isAMiss() {
        read(page("5", "1", null, null));
        clock.pass(LIFE.plusSeconds(1));
        assertEquals("run 2", read(page("5", "1", null, null)));
        assertEquals(1, cache.statistics().misses().get(MissReason.EXPIRED));
    }

    /** The bundle of one caller, which is not for others, and which others nevertheless wait for. */
    @Test
    void bundleThatIsNotCommon_isNeitherKept_norGivenToThoseWhoWait() throws Exception {
        var first = new CountDownLatch(1);
        var waits = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var owner = threads.submit(() -> uncommon(() -> {
                first.countDown();
                waits.await();
                Thread.sleep(200); // the other one waits by then
                return "of the first";
            }));
            first.await();
            var other = threads.submit(() -> {
                waits.countDown();
                return uncommon(() -> "of the other");
            });
            assertEquals("of the first", owner.get());
            assertEquals("of the other", other.get());
            assertEquals(0, cache.statistics().fills());
            assertEquals(0, cache.statistics().joins());
        } finally {
            threads.shutdownNow();
        }
    }

    private String uncommon(Callable<String> function) throws Exception {
        try {
            var read = cache.read(page("5", "1", null, null));
            return new String(read.bytes(() -> {
                read.notCommon();
                return function.call().getBytes();
            }));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fiveHundredMissesOfOneKey_runOnce() throws Exception {
        read(page("5", "2", null, null)); // the scopes have stamps
        var threads = Executors.newFixedThreadPool(500);
        var asked = new CountDownLatch(500);
        try {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 500; i++) {
                answers.add(threads.submit(() -> {
                    asked.countDown();
                    return slow(asked);
                }));
            }
            for (var answer : answers) {
                assertEquals("run 2", answer.get());
            }
            assertEquals(500, cache.statistics().joins() + cache.statistics().hits() + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    private String slow(CountDownLatch asked) throws Exception {
        try {
            return new String(cache.read(page("5", "1", null, null)).bytes(() -> {
                asked.await();
                Thread.sleep(300);
                return ("run " + runs.incrementAndGet()).getBytes();
            }));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failureOfAFunction_isNotKept() {
        assertThrows(IllegalStateException.class, () -> cache.read(page("5", "1", null, null))
                .bytes(() -> {
                    throw new IllegalStateException("database down");
                }));
        assertEquals("run 1", read(page("5", "1", null, null)));
    }

    @Test
    void storeThatDoesNotAnswer_isAMiss_notAFailure() {
        var broken = cache((CacheStore) java.lang.reflect.Proxy.newProxyInstance(
                CacheStore.class.getClassLoader(), new Class<?>[] {CacheStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("shared")) {
                        return false;
                    }
                    throw new StoreException("down", new java.io.IOException());
                }));
        assertEquals("run 1", read(broken, page("5", "1", null, null)));
        assertEquals("run 2", read(broken, page("5", "1", null, null)));
        assertEquals(2, broken.statistics().misses().get(MissReason.STORE_FAILED));
        assertTrue(broken.statistics().storeErrors() >= 2);
    }
}
