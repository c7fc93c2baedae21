package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.Shared;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.cache.local.LocalStore;
import org.mizan.core.config.CacheSettings;
import org.mizan.core.config.EdgeSettings;
import org.mizan.core.config.ManifestSettings;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.SecuritySettings;
import org.mizan.core.config.Settings;
import org.mizan.core.config.SsrSettings;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;

/** A {@code @Shared} context with a function that asks for the caller all the same (PROTOCOL §10). */
class SharedContextsTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Registry REGISTRY = Built.of(Greetings.class);

    @Shared
    public static final class TaintedContext implements ReactContext {}

    @Shared
    public static final class CommonContext implements ReactContext {}

    public static class Greetings {
        @Client(context = TaintedContext.class)
        public String greeting() {
            return "who are you";
        }

        @Client(context = CommonContext.class)
        public String news() {
            return "none";
        }
    }

    /** Calls the functions; the greeting asks for the caller. */
    private static final class Greeting extends ShopFixture {
        private int runs;

        @Override
        public @Nullable Object invoke(Class<?> bean, Method method, @Nullable Object[] arguments) {
            runs++;
            if (method.getName().equals("greeting")) {
                callerReads++;
            }
            return "run " + runs;
        }
    }

    private final Greeting shop = new Greeting();
    private final OriginCache cache = new OriginCache(
            new LocalStore(1 << 20, Duration.ofHours(48)),
            () -> "",
            new CacheRules(SECRET, "", "", Duration.ofSeconds(60), false, Duration.ofSeconds(5)),
            REGISTRY,
            Clock.systemUTC());
    private final Logger logger = Logger.getLogger(Contexts.class.getName());
    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            warnings.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        cache.close();
    }

    private Pipeline pipeline(boolean strict) {
        var security = SecuritySettings.defaults();
        return new Pipeline(
                REGISTRY,
                new Settings(
                        Naming.JAVA,
                        1_000,
                        4096,
                        Collections.emptySortedSet(),
                        CacheSettings.defaults(),
                        MwtSettings.defaults(),
                        new SecuritySettings(
                                security.defaultAccess(),
                                security.allowedOrigins(),
                                security.csrfCookie(),
                                security.csrfHeader(),
                                security.maxConcurrent(),
                                strict),
                        SsrSettings.defaults(),
                        ManifestSettings.defaults(),
                        EdgeSettings.defaults()),
                new JsonMapper(),
                shop,
                cache);
    }

    private String read(Pipeline pipeline, String context, String... roles) {
        return pipeline.contexts()
                .answer(context, null, shop.as(roles).exchange())
                .body();
    }

    @Test
    void functionThatAsks_isNotKept_andWarnedOfOnce() {
        var pipeline = pipeline(false);
        assertEquals("{\"greeting\":\"run 1\"}", read(pipeline, "tainted", "a"));
        assertEquals("{\"greeting\":\"run 2\"}", read(pipeline, "tainted", "a"), "the same caller's neither");
        assertEquals("{\"greeting\":\"run 3\"}", read(pipeline, "tainted", "b"));
        assertEquals(1, warnings.size(), warnings::toString);
        var warning = warnings.get(0);
        assertTrue(warning.startsWith("WARNING MIZAN-00602: "), warning);
        assertTrue(warning.contains("Greetings#greeting"), warning);
        assertTrue(warning.contains("Remove @Shared"), warning);
    }

    @Test
    void functionThatDoesNotAsk_isKeptForAll_andNotWarnedOf() {
        var pipeline = pipeline(false);
        assertEquals("{\"news\":\"run 1\"}", read(pipeline, "common", "a"));
        assertEquals("{\"news\":\"run 1\"}", read(pipeline, "common", "b"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void functionThatAsks_whenStrict_failsEachTime_andIsNotKept() {
        var pipeline = pipeline(true);
        for (int i = 0; i < 2; i++) {
            var answer =
                    pipeline.contexts().answer("tainted", null, shop.as("a").exchange());
            assertEquals("500 INTERNAL_ERROR", ShopFixture.code(answer));
            assertFalse(answer.body().contains("MIZAN-00602"), "the client is told nothing of the inside");
            assertEquals(
                    "greeting",
                    ShopFixture.error(answer).getJsonObject("details").getString("function"));
        }
        assertEquals(2, shop.runs);
    }
}
