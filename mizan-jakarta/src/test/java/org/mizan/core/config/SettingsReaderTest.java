package org.mizan.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.Naming;

class SettingsReaderTest {
    private final Problems problems = new Problems();

    private Settings read(Map<String, String> configured) {
        return new SettingsReader(name -> Optional.ofNullable(configured.get(name)), problems).read();
    }

    @Test
    void nothing_configured_givesTheDefaults() {
        assertEquals(Settings.defaults(), read(Map.of()));
        assertEquals(
                new Settings(
                        Naming.JAVA,
                        1_048_576,
                        4096,
                        new TreeSet<>(),
                        CacheSettings.defaults(),
                        MwtSettings.defaults(),
                        SecuritySettings.defaults(),
                        SsrSettings.defaults(),
                        ManifestSettings.defaults(),
                        EdgeSettings.defaults()),
                Settings.defaults());
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void everything_configured_isRead() {
        var settings = read(Map.of(
                PropertyNames.NAMING, "snake_case",
                PropertyNames.MAX_BODY, "1",
                PropertyNames.MAX_HEADER, "8192",
                PropertyNames.ROLES, " admin, user ,,admin"));
        assertEquals(
                new Settings(
                        Naming.SNAKE_CASE,
                        1,
                        8192,
                        new TreeSet<>(Set.of("admin", "user")),
                        CacheSettings.defaults(),
                        MwtSettings.defaults(),
                        SecuritySettings.defaults(),
                        SsrSettings.defaults(),
                        ManifestSettings.defaults(),
                        EdgeSettings.defaults()),
                settings);
        assertEquals(Naming.JAVA, read(Map.of(PropertyNames.NAMING, "java")).naming());
        assertEquals(List.of(), problems.errors());
    }

    @ParameterizedTest
    @CsvSource({
        "mizan.naming,Snake_Case",
        "mizan.naming,camelCase",
        "mizan.max-body,0",
        "mizan.max-body,-1",
        "mizan.max-body,1MB",
        "mizan.max-body,1.5",
        "mizan.max-body,2147483648",
        "mizan.invalidation.max-header,0",
        "mizan.invalidation.max-header,many",
        "mizan.cache,memcached",
        "mizan.cache,LOCAL",
        "mizan.cache.namespace,a:b",
        "mizan.cache.namespace,{x}",
        "mizan.cache.epoch,a b",
        "mizan.cache.local.max-bytes,64MB",
        "mizan.cache.local.max-bytes,65535",
        "mizan.cache.connect-timeout,0",
        "mizan.cache.command-timeout,-1",
        "mizan.cache.max-connections,0",
        "mizan.cache.lease,0",
        "mizan.cache.lease,1m",
        "mizan.cache.unreachable,ignore",
        "mizan.cache.wait,0",
        "mizan.cache.status,yes",
        "mizan.default-access,all",
        "mizan.csrf.cookie,a b",
        "mizan.csrf.header,X:Y",
        "mizan.max-concurrent,-1",
        "mizan.strict,on",
        "mizan.mwt.ttl,0",
        "mizan.mwt.ttl,86401",
        "mizan.mwt.ttl,5m",
        "mizan.mwt.leeway,-1",
        "mizan.mwt.leeway,301",
        "mizan.mwt.kid,../keys",
        "mizan.mwt.kid,a=b",
        "mizan.edge.headers,on",
        "mizan.edge.headers,TARGETED",
        "mizan.edge.settle,-1",
        "mizan.edge.settle,10s",
        "mizan.edge.max-age,0"
    })
    void badValue_reported_isAProblemAndTheDefaultHolds(String name, String value) {
        assertEquals(Settings.defaults(), read(Map.of(name, value)));
        assertEquals(List.of(100), problems.errors().stream().map(Problem::code).toList());
        assertEquals(name, problems.errors().get(0).place());
        assertTrue(problems.report().contains("'" + value + "'"));
    }

    @Test
    void cache_configured_isRead() {
        var cache = read(Map.ofEntries(
                        Map.entry(PropertyNames.CACHE, "redis"),
                        Map.entry(PropertyNames.CACHE_SECRET, "0123456789abcdef0123456789abcdef"),
                        Map.entry(PropertyNames.CACHE_NAMESPACE, "shop-1"),
                        Map.entry(PropertyNames.CACHE_EPOCH, "2"),
                        Map.entry(PropertyNames.CACHE_LOCAL_MAX_BYTES, "5000000000"),
                        Map.entry(PropertyNames.CACHE_URL, "redis://u:p@h:1/2"),
                        Map.entry(PropertyNames.CACHE_CONNECT_TIMEOUT, "1"),
                        Map.entry(PropertyNames.CACHE_COMMAND_TIMEOUT, "2"),
                        Map.entry(PropertyNames.CACHE_MAX_CONNECTIONS, "3"),
                        Map.entry(PropertyNames.CACHE_LEASE, "90"),
                        Map.entry(PropertyNames.CACHE_UNREACHABLE, "refuse"),
                        Map.entry(PropertyNames.CACHE_WAIT, "4"),
                        Map.entry(PropertyNames.CACHE_STATUS, "true")))
                .cache();
        var redis =
                new CacheSettings.Redis(new Secret("redis://u:p@h:1/2"), Duration.ofMillis(1), Duration.ofMillis(2), 3);
        assertEquals(
                new CacheSettings(
                        CacheSettings.Kind.REDIS,
                        new Secret("0123456789abcdef0123456789abcdef"),
                        "shop-1",
                        "2",
                        5_000_000_000L,
                        redis,
                        Duration.ofSeconds(90),
                        true,
                        Duration.ofMillis(4),
                        true),
                cache);
        assertEquals(List.of(), problems.errors());
    }

    @ParameterizedTest
    @CsvSource({"redis,", "redis,0123456789abcdef0123456789abcde", "local,short"})
    void secret_missingOrShort_isRefusedAndNeverShown(String kind, @Nullable String secret) {
        var configured = new HashMap<>(Map.of(PropertyNames.CACHE, kind));
        if (secret != null) {
            configured.put(PropertyNames.CACHE_SECRET, secret);
        }
        var settings = read(configured);
        assertEquals(List.of(101), problems.errors().stream().map(Problem::code).toList());
        assertFalse(secret != null && problems.report().contains(secret));
        assertFalse(secret != null && settings.toString().contains(secret));
    }

    @Test
    void localCache_withoutSecret_isFine() {
        assertNull(read(Map.of(PropertyNames.CACHE, "local")).cache().secret());
        assertEquals(List.of(), problems.errors());
    }

    @Test
    void security_configured_isRead() {
        var security = read(Map.of(
                        PropertyNames.DEFAULT_ACCESS, "authenticated",
                        PropertyNames.ALLOWED_ORIGINS, "https://shop.example, http://localhost:5173,http://[::1]:80801",
                        PropertyNames.CSRF_COOKIE, "c",
                        PropertyNames.CSRF_HEADER, "h",
                        PropertyNames.MAX_CONCURRENT, "5",
                        PropertyNames.STRICT, "true"))
                .security();
        var origins = new TreeSet<>(Set.of("https://shop.example", "http://localhost:5173", "http://[::1]:80801"));
        assertEquals(new SecuritySettings(Access.roles(List.of("**")), origins, "c", "h", 5, true), security);
        assertEquals(
                Access.deny(),
                read(Map.of(PropertyNames.DEFAULT_ACCESS, "deny")).security().defaultAccess());
        assertEquals(List.of(), problems.errors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "shop.example",
                "https://shop.example/",
                "https://Shop.example",
                "https://shop.example:443",
                "http://a.example:80",
                "https://*.shop.example",
                "ftp://shop.example"
            })
    void originThatNoBrowserSends_isRefused(String origin) {
        assertEquals(
                Set.of(),
                read(Map.of(PropertyNames.ALLOWED_ORIGINS, origin)).security().allowedOrigins());
        assertEquals(List.of(110), problems.errors().stream().map(Problem::code).toList());
    }

    @Test
    void severalBadValues_reported_areAllThere() {
        read(Map.of(PropertyNames.NAMING, "x", PropertyNames.MAX_BODY, "x", PropertyNames.MAX_HEADER, "x"));
        assertEquals(3, problems.errors().size());
    }

    @Test
    void roles_read_cannotBeChanged() {
        var roles = read(Map.of(PropertyNames.ROLES, "a")).roles();
        assertThrows(UnsupportedOperationException.class, () -> roles.add("b"));
    }

    @Test
    void edge_configured_isRead() {
        var edge = read(Map.of(
                        PropertyNames.EDGE_PURGE_URLS, " http://edge:6081/, https://[::1]/x ,,http://edge:6081/",
                        PropertyNames.EDGE_PURGE_TOKEN, "abc+/==",
                        PropertyNames.EDGE_SETTLE, "0",
                        PropertyNames.EDGE_HEADERS, "targeted",
                        PropertyNames.EDGE_MAX_AGE, "5"))
                .edge();
        assertEquals(
                new EdgeSettings(
                        List.of(URI.create("http://edge:6081/"), URI.create("https://[::1]/x")),
                        new Secret("abc+/=="),
                        Duration.ZERO,
                        true,
                        Duration.ofSeconds(5)),
                edge);
        assertFalse(edge.toString().contains("abc"));
        assertEquals(List.of(), problems.errors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edge",
                "edge:6081",
                "/purge",
                "ftp://edge/",
                "http://",
                "http://edge:70000/",
                "http://a b/",
                "http://u:hidden@edge/",
                "http://edge/?q=1",
                "http://edge/#f"
            })
    void purgeUrlThatIsNone_isRefused(String url) {
        var edge = read(Map.of(PropertyNames.EDGE_PURGE_URLS, "http://good/," + url))
                .edge();
        assertEquals(List.of(URI.create("http://good/")), edge.purgeUrls());
        assertEquals(List.of(140), problems.errors().stream().map(Problem::code).toList());
        assertFalse(problems.report().contains("hidden"));
    }

    @Test
    void purgeTokenThatIsNone_isRefusedAndNotShown() {
        assertNull(
                read(Map.of(PropertyNames.EDGE_PURGE_TOKEN, "hid den")).edge().purgeToken());
        assertEquals(List.of(141), problems.errors().stream().map(Problem::code).toList());
        assertFalse(problems.report().contains("hid den"));
    }
}
