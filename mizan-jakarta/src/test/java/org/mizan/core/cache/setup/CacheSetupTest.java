package org.mizan.core.cache.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.core.cache.CacheRequest;
import org.mizan.core.cache.CacheUnavailableException;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.config.CacheSettings;
import org.mizan.core.config.CacheSettings.Kind;
import org.mizan.core.config.Secret;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Registry;

/** What settings open, and what is said at deployment of those that cannot work. */
class CacheSetupTest {
    private static final Registry EMPTY = new Registry(Map.of(), Map.of(), Map.of(), Collections.emptySortedSet());

    private static CacheSettings settings(Kind kind, String url) {
        var all = CacheSettings.defaults();
        var redis = new CacheSettings.Redis(new Secret(url), Duration.ofMillis(200), Duration.ofMillis(100), 2);
        return new CacheSettings(
                kind,
                kind == Kind.REDIS ? new Secret("0123456789abcdef0123456789abcdef") : null,
                all.namespace(),
                all.epoch(),
                all.localMaxBytes(),
                redis,
                all.lease(),
                true,
                all.patience(),
                false);
    }

    private static Problems check(CacheSettings settings) {
        var problems = new Problems();
        new CacheSetup(settings).check(problems);
        return problems;
    }

    @Test
    void off_opensNothing() {
        assertTrue(
                new CacheSetup(CacheSettings.defaults()).open(() -> "", EMPTY).isEmpty());
        assertEquals(0, check(CacheSettings.defaults()).warnings().size());
    }

    @Test
    void local_needsNeitherSecretNorServer() {
        var settings = settings(Kind.LOCAL, "nonsense");
        assertEquals(0, check(settings).warnings().size());
        try (var cache = new CacheSetup(settings).open(() -> "", EMPTY).orElseThrow()) {
            cache.mutation().lease(TargetSet.none().with(Target.EVERYTHING));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "http://u:hidden@h", "redis://u:hidden@h:99999", "redis-sentinel://:hidden@h:1"})
    void urlThatDoesNotParse_isAWarningWithoutPassword_andRefusesAsIfRedisWereDown(String url) throws Throwable {
        var problems = check(settings(Kind.REDIS, url));
        assertEquals(0, problems.errors().size(), "only the secret stops a deployment");
        assertEquals(
                java.util.List.of(541),
                problems.warnings().stream().map(Problem::code).toList());
        assertFalse(problems.warnings().toString().contains("hidden"));
        try (var cache =
                new CacheSetup(settings(Kind.REDIS, url)).open(() -> "", EMPTY).orElseThrow()) {
            var request = new CacheRequest("a", new TreeMap<>(), 0, Duration.ofHours(1), null, null);
            assertEquals(1, cache.read(request).bytes(() -> new byte[1]).length);
            assertEquals(1, cache.statistics().misses().get(MissReason.STORE_FAILED));
            var mutation = cache.mutation();
            var targets = TargetSet.none().with(Target.broad("a"));
            assertThrows(CacheUnavailableException.class, () -> mutation.lease(targets));
        }
    }

    @Test
    void redisThatIsNotThere_isAWarning() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var problems = check(settings(Kind.REDIS, "redis://u:hidden@127.0.0.1:" + port));
        assertEquals(0, problems.errors().size());
        assertEquals(
                java.util.List.of(542),
                problems.warnings().stream().map(Problem::code).toList());
        assertTrue(problems.warnings().toString().contains("127.0.0.1:" + port));
        assertFalse(problems.warnings().toString().contains("hidden"));
    }
}
