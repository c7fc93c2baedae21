package org.mizan.bench.scale;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Guard;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.cache.CacheRules;
import org.mizan.core.cache.OriginCache;
import org.mizan.core.call.Answer;
import org.mizan.core.call.Exchange;
import org.mizan.core.call.Pipeline;
import org.mizan.core.config.Settings;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;
import org.mizan.spi.BeanInvoker;
import org.mizan.spi.CacheStore;

/** All that the library makes of the classes of a {@link LargeRegistry}, with beans that no container surrounds. */
public final class LargeApplication implements AutoCloseable {
    private static final Request REQUEST = new Request(TargetSet.none());

    private final Registry registry;
    private final JsonMapper mapper = new JsonMapper();
    private final @Nullable OriginCache cache;
    private final Pipeline pipeline;
    private final int maxHeader;

    /** Builds it. */
    public LargeApplication(List<Class<?>> classes, @Nullable CacheStore store) {
        this.registry = registry(classes);
        this.cache = store == null ? null : new OriginCache(store, () -> "", rules(), registry, Clock.systemUTC());
        this.pipeline = new Pipeline(registry, Settings.defaults(), mapper, new Beans(), cache);
        this.maxHeader = Settings.defaults().maxHeader();
    }

    /** Builds a registry. */
    public static Registry registry(List<Class<?>> classes) {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(classes);
        if (!problems.errors().isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        return registry;
    }

    private static CacheRules rules() {
        var secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        return new CacheRules(secret, "bench", "", Duration.ofSeconds(60), false, Duration.ofSeconds(30));
    }

    /** Its registry. */
    public Registry registry() {
        return registry;
    }

    OriginCache cache() {
        if (cache == null) {
            throw new IllegalStateException("no cache");
        }
        return cache;
    }

    /** A call, from the body's bytes to the answer's text. */
    String call(byte[] body) {
        return text(pipeline.calls().answer("application/json", body.length, new ByteArrayInputStream(body), REQUEST));
    }

    /** A read of a context. */
    public String read(String context, @Nullable String query) {
        return text(pipeline.contexts().answer(context, query, REQUEST));
    }

    private static String text(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body();
    }

    /** A mutation by its lease, its call, its commit and the header of its answer, as the interceptors do it. */
    String mutate(String function, long orderId, byte[] body) {
        var model = registry.function(function).orElseThrow();
        var targets = pipeline.scopes().of(model, new Object[] {orderId, "a note"});
        if (cache == null) {
            return call(body) + targets.limitedTo(maxHeader).toHeader();
        }
        var mutation = cache.mutation();
        mutation.lease(targets);
        var answer = call(body);
        mutation.commit();
        return answer + targets.limitedTo(maxHeader).toHeader();
    }

    @Override
    public void close() {
        if (cache != null) {
            cache.close();
        }
        mapper.close();
    }

    private static final class Beans implements BeanInvoker {
        private final Map<Class<?>, Object> instances = new ConcurrentHashMap<>();

        @Override
        public @Nullable Object invoke(Class<?> bean, Method method, @Nullable Object[] arguments) throws Throwable {
            try {
                return method.invoke(instances.computeIfAbsent(bean, Beans::create), arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private static Object create(Class<?> bean) {
            try {
                return bean.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean permits(Class<? extends Guard> guard, Caller caller, Map<String, Object> arguments) {
            return true;
        }

        @Override
        public List<Violation> validate(Class<?> bean, Method method, @Nullable Object[] arguments) {
            return List.of();
        }
    }

    private record Request(TargetSet invalidated) implements Exchange {
        @Override
        public Caller caller() {
            return Nobody.INSTANCE;
        }

        @Override
        public @Nullable String schema() {
            return null;
        }

        @Override
        public boolean inTransaction() {
            return false;
        }

        @Override
        public void checkForgery() {
            // no browser sent it
        }

        @Override
        public int callerReads() {
            return 0;
        }
    }

    private enum Nobody implements Caller {
        INSTANCE;

        @Override
        public String id() {
            throw new IllegalStateException("nobody is signed in");
        }

        @Override
        public SortedSet<String> roles() {
            return Collections.emptySortedSet();
        }

        @Override
        public boolean authenticated() {
            return false;
        }

        @Override
        public Authentication authentication() {
            return Authentication.NONE;
        }
    }

    /** Compiles and loads the classes of a registry. */
    public static List<Class<?>> classes(LargeRegistry size) throws IOException, ReflectiveOperationException {
        var directory = java.nio.file.Path.of(System.getProperty("mizan.bench.target", "target"))
                .toAbsolutePath()
                .resolve("scale-classes")
                .resolve(size.functions() + "-" + size.contexts() + "-" + System.nanoTime());
        return org.mizan.bench.app.CompiledApplication.compile(size.sources(), directory)
                .load(size.classes());
    }
}
