package org.mizan.cdi.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mizan.core.config.Settings;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;

/**
 * The functions by method, also those of classes that the extension never saw.
 *
 * <p>Payara makes no bean of a resource class without a scope annotation, yet runs its interceptors; such a class is
 * read when it is first called, and what is wrong with it goes to the log then. Thread-safe.
 */
public final class LateFunctions {
    private static final Logger LOG = System.getLogger(LateFunctions.class.getName());

    private final Registry registry;
    private final Settings settings;
    private final Set<Class<?>> known;
    private final Map<Class<?>, Late> late = new ConcurrentHashMap<>();

    /** The functions of one class; the registry that they were read with is as large as the application. */
    private record Late(Map<Method, FunctionModel> functions, SortedSet<String> roles) {}

    /** Creates one beside the registry that was built at deployment from the known classes. */
    public LateFunctions(Registry registry, Settings settings, Set<Class<?>> known) {
        this.registry = registry;
        this.settings = settings;
        this.known = known;
    }

    /** The function that a method is; empty when it is so wrong that it cannot be one. */
    public Optional<FunctionModel> of(Method method) {
        var function = registry.function(method);
        return function.isPresent()
                ? function
                : Optional.ofNullable(late.computeIfAbsent(method.getDeclaringClass(), this::read)
                        .functions()
                        .get(method));
    }

    /** The roles that guards of the late classes mention; those of the others are in the registry. */
    public SortedSet<String> roles() {
        var roles = new TreeSet<String>();
        late.values().forEach(read -> roles.addAll(read.roles()));
        return roles;
    }

    private Late read(Class<?> type) {
        var problems = new Problems();
        var classes = new HashSet<>(known);
        classes.add(type);
        var built =
                new RegistryBuilder(settings.naming(), settings.security().defaultAccess(), problems).build(classes);
        Stream.concat(problems.errors().stream(), problems.warnings().stream())
                .filter(problem -> problem.place().contains(type.getName()))
                .forEach(problem -> LOG.log(problem.isError() ? Level.ERROR : Level.WARNING, problem.toString()));
        var functions = new HashMap<Method, FunctionModel>();
        for (var method : type.getDeclaredMethods()) {
            built.function(method).ifPresent(function -> functions.put(method, function));
        }
        return new Late(Map.copyOf(functions), built.roles());
    }
}
