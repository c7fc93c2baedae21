package org.mizan.bench.core;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.Guard;
import org.mizan.bench.app.CompiledApplication;
import org.mizan.bench.app.GeneratedApplication;
import org.mizan.core.bind.JsonMapper;
import org.mizan.core.call.Exchange;
import org.mizan.core.call.Pipeline;
import org.mizan.core.config.Settings;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;
import org.mizan.spi.BeanInvoker;

/** The registry of the generated application and a pipeline on it, with beans that no container surrounds. */
record Fixture(Registry registry, Settings settings, Pipeline pipeline) {

    static Fixture create() throws IOException, ReflectiveOperationException {
        var directory = Files.createTempDirectory("mizan-bench");
        try {
            var compiled = CompiledApplication.compile(
                    GeneratedApplication.sources(GeneratedApplication.Form.FUNCTIONS), directory);
            var problems = new Problems();
            var classes = compiled.load(GeneratedApplication.functionClasses());
            var registry = new RegistryBuilder(Naming.JAVA, problems).build(new HashSet<>(classes));
            if (!problems.errors().isEmpty() || registry.functions().size() != GeneratedApplication.FUNCTIONS) {
                throw new IllegalStateException(problems.report());
            }
            var settings = Settings.defaults();
            return new Fixture(
                    registry, settings, new Pipeline(registry, settings, new JsonMapper(), new Beans(), null));
        } finally {
            delete(directory);
        }
    }

    private static void delete(java.nio.file.Path directory) throws IOException {
        try (var tree = Files.walk(directory)) {
            for (var each : tree.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** One instance of each class, called by reflection. */
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

    /** A request of nobody in which the given became stale. */
    record Request(TargetSet invalidated) implements Exchange {
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
}
