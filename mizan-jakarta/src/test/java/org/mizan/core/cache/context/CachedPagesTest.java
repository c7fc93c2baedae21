package org.mizan.core.cache.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.Prerender;
import org.mizan.ReactContext;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.local.LocalStore;
import org.mizan.core.cache.redis.RedisAddress;
import org.mizan.core.cache.redis.RedisLimits;
import org.mizan.core.cache.redis.RedisProcess;
import org.mizan.core.cache.redis.RedisStore;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;
import org.mizan.spi.CacheStore;

/** Pages belong to the scopes of two contexts, in both stores. */
class CachedPagesTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Duration RECORDS = Duration.ofHours(48);
    private static final Registry REGISTRY = Built.of(Shop.class, Page.class);
    private static final FunctionModel VIEW = REGISTRY.function("pageShow").orElseThrow();

    private static RedisProcess redis;

    private final AtomicInteger runs = new AtomicInteger();
    private String tenant = "";
    private OriginCache cache;
    private CachedPages pages;

    public static final class ProductContext implements ReactContext {}

    public static class Shop {
        @Client(context = ProductContext.class)
        public String product(long productId) {
            return "";
        }

        @Client(context = GlobalContext.class)
        public String banner() {
            return "";
        }

        @Client(affects = ProductContext.class)
        public void reprice(long productId) {}

        @Client(affects = GlobalContext.class)
        public void announce() {}
    }

    @Path("products/{productId}")
    @RequestScoped
    public static class Page {
        @GET
        @Prerender
        @Client(context = ProductContext.class)
        public Response show(@PathParam("productId") long productId, @QueryParam("page") int page) {
            return Response.ok().build();
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

    @AfterEach
    void close() {
        cache.close();
    }

    private void open(String kind) {
        CacheStore store = kind.equals("local")
                ? new LocalStore(1 << 20, RECORDS)
                : new RedisStore(
                        RedisAddress.parse(redis.url()),
                        new RedisLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 8),
                        RECORDS);
        if (kind.equals("redis")) {
            redis.command("FLUSHALL");
        }
        var rules = new CacheRules(SECRET, "", "", Duration.ofSeconds(60), false, Duration.ofSeconds(5));
        cache = new OriginCache(store, () -> tenant, rules, REGISTRY, Clock.systemUTC());
        pages = new CachedPages(cache, REGISTRY);
    }

    private int page(long product, String address) throws Throwable {
        var params = new TreeMap<>(Map.of("productId", Long.toString(product), "page", "1"));
        return pages.begin(VIEW, params, address).bytes(() -> new byte[] {(byte) runs.incrementAndGet()})[0];
    }

    private void outdate(String context, Map<String, Long> scope) {
        var values = new TreeMap<String, ScopeValue>();
        scope.forEach((name, value) -> values.put(name, new ScopeValue(Json.createValue(value), value.toString())));
        cache.outdate(TargetSet.none().with(new Target(context, null, values)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void scopeOfOneProduct_outdatesAllItsPages_andNoOther(String store) throws Throwable {
        open(store);
        assertEquals(1, page(5, "a"));
        assertEquals(2, page(5, "b"));
        assertEquals(3, page(6, "c"));
        assertEquals(1, page(5, "a"));
        outdate("product", Map.of("productId", 5L));
        assertEquals(4, page(5, "a"));
        assertEquals(5, page(5, "b"));
        assertEquals(3, page(6, "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void globalContext_broad_andEverything_outdateEveryPage(String store) throws Throwable {
        open(store);
        page(5, "a");
        outdate("global", Map.of());
        assertEquals(2, page(5, "a"));
        outdate("product", Map.of());
        assertEquals(3, page(5, "a"));
        cache.outdate(TargetSet.none().with(Target.EVERYTHING));
        assertEquals(4, page(5, "a"));
        assertEquals(4, page(5, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void mutationOfEitherContext_thatRuns_isNeitherHitNorFilled(String store) throws Throwable {
        open(store);
        page(5, "a");
        var mutation = cache.mutation();
        mutation.lease(TargetSet.none().with(Target.broad("global")));
        assertEquals(2, page(5, "a"));
        assertEquals(3, page(5, "a"));
        mutation.rollback();
        assertEquals(1, page(5, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void pageThatWasBegunBeforeAMutation_isBornOutdated(String store) throws Throwable {
        open(store);
        var params = new TreeMap<>(Map.of("productId", "5"));
        var read = pages.begin(VIEW, params, "a");
        outdate("global", Map.of());
        read.bytes(() -> new byte[] {9});
        assertEquals(1, pages.begin(VIEW, params, "a").bytes(() -> new byte[] {1})[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void tenants_haveTheirOwnPages_exceptForEverything(String store) throws Throwable {
        open(store);
        tenant = "red";
        assertEquals(1, page(5, "a"));
        tenant = "blue";
        assertEquals(2, page(5, "a"));
        outdate("global", Map.of());
        assertEquals(3, page(5, "a"));
        tenant = "red";
        assertEquals(1, page(5, "a"));
        cache.outdate(TargetSet.none().with(Target.EVERYTHING));
        assertEquals(4, page(5, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void hit_isKnown_beforeTheBodyIsAskedFor(String store) throws Throwable {
        open(store);
        var params = new TreeMap<>(Map.of("productId", "5"));
        assertTrue(!pages.begin(VIEW, params, "a").isHit());
        pages.begin(VIEW, params, "a").bytes(() -> new byte[1]);
        assertTrue(pages.begin(VIEW, params, "a").isHit());
    }
}
