package org.mizan.core.cache.proof;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.redis.RedisAddress;
import org.mizan.core.cache.redis.RedisLimits;
import org.mizan.core.cache.redis.RedisStore;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;
import org.mizan.spi.CacheStore;

/**
 * The application of the proofs: pages of single rows, {@code row(owner, row, page)}, and pages of all rows of an
 * owner, {@code owner(owner, page)}. Mutations change a row, the rows of an owner, or anything.
 */
final class Ledger {
    static final byte[] SECRET = "a secret of the proofs, 32 bytes".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration LIFE_OF_RECORDS = Duration.ofHours(48);

    private Ledger() {}

    /** Pages of a row. */
    public static final class RowContext implements ReactContext {}

    /** Pages of an owner. */
    public static final class OwnerContext implements ReactContext {}

    /** Its functions. */
    public static class Functions {
        @Client(context = RowContext.class)
        public String rowPage(long owner, long row, int page) {
            return "";
        }

        @Client(context = OwnerContext.class)
        public String ownerPage(long owner, int page) {
            return "";
        }

        @Client(affects = {RowContext.class, OwnerContext.class})
        public void editRow(long owner, long row) {}

        @Client(affects = {RowContext.class, OwnerContext.class})
        public void editOwner(long owner) {}

        @Client(affects = {RowContext.class, OwnerContext.class})
        public void editAnything(String what) {}
    }

    /** What another version of the application has besides. */
    public static class MoreFunctions {
        @Client
        public String news() {
            return "";
        }
    }

    static Registry registry() {
        return registry(Functions.class);
    }

    static Registry registry(Class<?>... classes) {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(List.of(classes));
        if (!problems.errors().isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        return registry;
    }

    static RedisStore store(String url, Duration timeout) {
        return new RedisStore(RedisAddress.parse(url), new RedisLimits(timeout, timeout, 16), LIFE_OF_RECORDS);
    }

    static OriginCache cache(CacheStore store, Duration lease, boolean refuse) {
        var rules = new CacheRules(SECRET, "proof", "", lease, refuse, Duration.ofSeconds(5));
        return new OriginCache(store, () -> "", rules, registry(), Clock.systemUTC());
    }

    static CacheRequest rowPage(int owner, int row, int page, @Nullable String caller) {
        return request("row", Map.of("owner", "" + owner, "row", "" + row, "page", "" + page), caller);
    }

    static CacheRequest ownerPage(int owner, int page, @Nullable String caller) {
        return request("owner", Map.of("owner", "" + owner, "page", "" + page), caller);
    }

    private static CacheRequest request(String context, Map<String, String> params, @Nullable String caller) {
        return new CacheRequest(
                context, new TreeMap<>(params), 0, LIFE, caller, caller == null ? null : "roles of " + caller);
    }

    /** What changing one row makes stale. */
    static TargetSet row(int owner, int row) {
        return TargetSet.none()
                .with(target("row", Map.of("owner", owner, "row", row)))
                .with(target("owner", Map.of("owner", owner)));
    }

    /** What changing rows of an owner makes stale. */
    static TargetSet owner(int owner) {
        return TargetSet.none()
                .with(target("row", Map.of("owner", owner)))
                .with(target("owner", Map.of("owner", owner)));
    }

    /** What changing anything makes stale. */
    static TargetSet anything() {
        return TargetSet.none().with(Target.broad("row")).with(Target.broad("owner"));
    }

    private static Target target(String context, Map<String, Integer> scope) {
        SortedMap<String, ScopeValue> params = new TreeMap<>();
        scope.forEach((name, value) -> params.put(name, new ScopeValue(Json.createValue(value), value.toString())));
        return new Target(context, null, params);
    }
}
