package org.mizan.bench.cache;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.entry.Body;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;
import org.mizan.spi.CacheStore;

/** An application with one context whose entries belong to three scopes: all orders, those of a user, and one page. */
final class Shop {
    static final Duration LIFE = Duration.ofHours(24);

    private static final Registry REGISTRY = registry();

    private Shop() {}

    private static Registry registry() {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(List.of(Orders.class));
        if (!problems.errors().isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        return registry;
    }

    /** Pages of orders. */
    public static final class OrdersContext implements ReactContext {}

    /** Its functions. */
    public static class Orders {
        @Client(context = OrdersContext.class)
        public List<String> orderPage(long userId, int page) {
            return List.of();
        }

        @Client(affects = OrdersContext.class)
        public void order(long userId, String sku) {}

        @Client(affects = OrdersContext.class)
        public void reorder(long userId, int page, String by) {}
    }

    static OriginCache cache(CacheStore store) {
        var secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var rules = new CacheRules(secret, "bench", "", Duration.ofSeconds(60), false, Duration.ofSeconds(30));
        return new OriginCache(store, () -> "", rules, REGISTRY, Clock.systemUTC());
    }

    /** A page; made anew for each read, as for each request. */
    static CacheRequest page(String userId, String page) {
        var params = new TreeMap<String, String>();
        params.put("userId", userId);
        params.put("page", page);
        return new CacheRequest("orders", params, 0, LIFE, null, null);
    }

    /** All pages of these users. */
    static TargetSet ofUsers(long... userIds) {
        var targets = TargetSet.none();
        for (var userId : userIds) {
            var params = new TreeMap<String, ScopeValue>();
            params.put("userId", new ScopeValue(Json.createValue(userId), Long.toString(userId)));
            targets = targets.with(new Target("orders", null, params));
        }
        return targets;
    }

    /** Reads; what is missing is filled with such a body. */
    static byte[] read(OriginCache cache, CacheRequest request, byte[] body) {
        try {
            return cache.read(request).bytes(() -> body);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what is there. */
    static Body hit(OriginCache cache, CacheRequest request) {
        try {
            return cache.read(request).body(() -> new byte[0]);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] body(int size) {
        var body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        return body;
    }
}
