package org.mizan.core.call;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Guard;
import org.mizan.MizanException;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.config.CacheSettings;
import org.mizan.core.config.EdgeSettings;
import org.mizan.core.config.ManifestSettings;
import org.mizan.core.config.MwtSettings;
import org.mizan.core.config.SecuritySettings;
import org.mizan.core.config.Settings;
import org.mizan.core.config.SsrSettings;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.Built;
import org.mizan.spi.BeanInvoker;

/** The pipeline over one shop, its beans called without a container. */
class ShopFixture implements BeanInvoker {
    static final Registry REGISTRY = Built.of(Shop.class);
    static final int MOST = 200;

    final Shop shop = new Shop();
    final Shop.OwnCart guard = new Shop.OwnCart();
    final Pipeline pipeline;
    boolean inTransaction;
    /** The name of a function that fails. */
    String failing = "";

    List<Violation> violations = List.of();

    @Nullable
    Caller caller;

    @Nullable
    Refusal token;

    @Nullable
    Refusal forged;

    int callerReads;

    @Nullable
    String schema;

    TargetSet invalidated = TargetSet.none();

    ShopFixture() {
        this(CacheSettings.defaults(), null);
    }

    ShopFixture(CacheSettings settings, @Nullable OriginCache cache) {
        this.pipeline = new Pipeline(
                REGISTRY,
                new Settings(
                        Naming.JAVA,
                        MOST,
                        4096,
                        Collections.emptySortedSet(),
                        settings,
                        MwtSettings.defaults(),
                        SecuritySettings.defaults(),
                        SsrSettings.defaults(),
                        ManifestSettings.defaults(),
                        EdgeSettings.defaults()),
                new JsonMapper(),
                this,
                cache);
    }

    @Override
    public @Nullable Object invoke(Class<?> bean, Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getName().equals(failing)) {
            throw new MizanException(409, "FAILING", failing);
        }
        try {
            return method.invoke(shop, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public boolean permits(Class<? extends Guard> guardClass, Caller who, Map<String, Object> arguments) {
        return guard.permits(who, arguments);
    }

    @Override
    public List<Violation> validate(Class<?> bean, Method method, @Nullable Object[] arguments) {
        return violations;
    }

    record Somebody(String id, SortedSet<String> roles) implements Caller {
        @Override
        public Authentication authentication() {
            return Authentication.CONTAINER;
        }

        @Override
        public boolean authenticated() {
            return true;
        }
    }

    private record Nobody() implements Caller {
        @Override
        public Authentication authentication() {
            return Authentication.NONE;
        }

        @Override
        public String id() {
            throw new IllegalStateException();
        }

        @Override
        public SortedSet<String> roles() {
            return Collections.emptySortedSet();
        }

        @Override
        public boolean authenticated() {
            return false;
        }
    }

    ShopFixture as(String... roles) {
        caller = new Somebody("ada", new TreeSet<>(Set.of(roles)));
        return this;
    }

    Exchange exchange() {
        return new Exchange() {
            @Override
            public Caller caller() {
                if (token != null) {
                    throw token;
                }
                return caller == null ? new Nobody() : caller;
            }

            @Override
            public @Nullable String schema() {
                return schema;
            }

            @Override
            public void checkForgery() {
                if (forged != null) {
                    throw forged;
                }
            }

            @Override
            public int callerReads() {
                return callerReads;
            }

            @Override
            public boolean inTransaction() {
                return inTransaction;
            }

            @Override
            public TargetSet invalidated() {
                return invalidated;
            }
        };
    }

    Answer call(String body) {
        return call("application/json", body);
    }

    Answer call(@Nullable String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return call(type, bytes.length, new ByteArrayInputStream(bytes));
    }

    Answer call(@Nullable String type, long length, InputStream body) {
        return pipeline.calls().answer(type, length, body, exchange());
    }

    Answer read(String context, @Nullable String query) {
        return pipeline.contexts().answer(context, query, exchange());
    }

    static JsonObject json(Answer answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    static JsonObject error(Answer answer) {
        return json(answer).getJsonObject("error");
    }

    static String code(Answer answer) {
        return answer.status() + " " + error(answer).getString("code");
    }
}
