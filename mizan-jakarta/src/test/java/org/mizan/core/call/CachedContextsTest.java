package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.core.bind.Arguments;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.local.LocalStore;
import org.mizan.core.config.CacheSettings;
import org.mizan.spi.BeanInvoker.Violation;

/** Reads of contexts through the pipeline with a cache before the functions. */
class CachedContextsTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OriginCache cache = new OriginCache(
            new LocalStore(1 << 20, Duration.ofHours(48)),
            () -> "",
            new CacheRules(SECRET, "", "", Duration.ofSeconds(60), false, Duration.ofSeconds(5)),
            ShopFixture.REGISTRY,
            Clock.systemUTC());
    private final ShopFixture shop = new ShopFixture(telling(true), cache);

    private static CacheSettings telling(boolean status) {
        var all = CacheSettings.defaults();
        return new CacheSettings(
                CacheSettings.Kind.LOCAL,
                null,
                all.namespace(),
                all.epoch(),
                all.localMaxBytes(),
                all.redis(),
                all.lease(),
                all.refuse(),
                all.patience(),
                status);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private static String status(Answer answer) {
        return answer.cache() == null ? "none" : answer.cache().toHeader();
    }

    @Test
    void secondRead_runsNothing_andIsTheSame() {
        var first = shop.read("cart", "cartId=5");
        assertEquals("mizan; fwd=uri-miss; stored; detail=absent", status(first));
        var second = shop.read("cart", "cartId=5");
        assertEquals(first.body(), second.body());
        assertEquals("mizan; hit", status(second));
        assertEquals(List.of("cartLines", "cartTotal"), shop.shop.ran);
    }

    /** The same typed values are one entry, whatever their text was; defaults are values. */
    @ParameterizedTest
    @CsvSource({"cartId=05", "cartId=5&page=1", "page=01&cartId=5"})
    void otherSpelling_isTheSameEntry(String query) {
        shop.read("cart", "cartId=5");
        assertEquals("mizan; hit", status(shop.read("cart", query)));
    }

    @ParameterizedTest
    @CsvSource({"cartId=5&page=2", "cartId=5&size=LARGE", "cartId=5&tags=a"})
    void otherValues_areAnotherEntry(String query) {
        shop.read("cart", "cartId=5");
        assertEquals("mizan; fwd=uri-miss; stored; detail=absent", status(shop.read("cart", query)));
    }

    @Test
    void mutation_outdates_alsoWhereADefaultWasMeant() {
        shop.read("cart", "cartId=5&size=LARGE&tags=a");
        shop.read("cart", "cartId=5&size=LARGE&tags=b");
        var change = ShopFixture.REGISTRY.function("change").orElseThrow();
        var targets = shop.pipeline.scopes().of(change, new Arguments(new TreeMap<>(Map.of("cartId", 5L))).of(change));
        assertEquals("cart;cartId=5;page=3, user.userName", targets.toHeader());
        cache.outdate(targets);
        assertTrue(status(shop.read("cart", "cartId=5&size=LARGE&tags=a")).contains("hit"), "page 3 is not page 1");
        shop.read("cart", "cartId=5&page=3");
        cache.outdate(targets);
        assertTrue(status(shop.read("cart", "cartId=5&page=3")).contains("outdated"));
    }

    @Test
    void guardAndValidation_holdOnAHitToo() {
        shop.read("cart", "cartId=5");
        shop.violations = List.of(new Violation(0, "", "too small", "Min"));
        assertEquals("422 VALIDATION_FAILED", ShopFixture.code(shop.read("cart", "cartId=5")));
        shop.violations = List.of();
        assertEquals("403 FORBIDDEN", ShopFixture.code(shop.read("cart", "cartId=6")));
        assertEquals(2, shop.guard.seen.size() - 1, "asked each time");
    }

    @Test
    void roles_areCheckedBeforeTheCache_andAreInTheEntry() {
        shop.as("user", "admin").read("user", "userId=5");
        assertEquals("mizan; hit", status(shop.as("user", "admin").read("user", "userId=5")));
        assertEquals("403 FORBIDDEN", ShopFixture.code(shop.as("user").read("user", "userId=5")));
        assertEquals(
                "mizan; fwd=miss; stored; detail=other-roles",
                status(shop.as("user", "admin", "more").read("user", "userId=5")));
    }

    @Test
    void callers_haveEntriesOfTheirOwn() {
        shop.read("cart", "cartId=5");
        assertEquals(
                "mizan; fwd=uri-miss; stored; detail=absent",
                status(shop.as("user").read("cart", "cartId=5")));
    }

    @Test
    void failure_isNotKept_andNamesTheFunction() {
        shop.failing = "cartTotal";
        for (int i = 0; i < 2; i++) {
            var failed = shop.read("cart", "cartId=5");
            assertEquals("409 FAILING", ShopFixture.code(failed));
            assertEquals(
                    "cartTotal",
                    ShopFixture.error(failed).getJsonObject("details").getString("function"));
        }
        shop.failing = "";
        assertEquals("mizan; fwd=uri-miss; stored; detail=absent", status(shop.read("cart", "cartId=5")));
        shop.failing = "cartTotal";
        assertEquals("mizan; hit", status(shop.read("cart", "cartId=5")));
    }

    @Test
    void transaction_isNeitherReadNorFilled() {
        shop.inTransaction = true;
        assertEquals("mizan; fwd=bypass; detail=transaction", status(shop.read("cart", "cartId=5")));
        shop.inTransaction = false;
        assertEquals("mizan; fwd=uri-miss; stored; detail=absent", status(shop.read("cart", "cartId=5")));
        shop.inTransaction = true;
        assertEquals("mizan; fwd=bypass; detail=transaction", status(shop.read("cart", "cartId=5")));
        assertEquals(2, cache.statistics().bypassed());
    }

    @Test
    void status_isSaidOnlyWhereItIsAskedFor() {
        assertNull(
                new ShopFixture(telling(false), cache).read("cart", "cartId=5").cache());
        assertNull(new ShopFixture().read("cart", "cartId=5").cache());
    }
}
