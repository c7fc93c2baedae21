package org.mizan.core.schema.build;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.core.bind.direct.DirectTypes;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.Names;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.type.EndlessTypes;
import org.mizan.core.schema.type.TypeReader;

/**
 * Builds the registry of an application from its classes.
 *
 * <p>Everything that is wrong goes into the problems; a registry that was built with errors is not to be used. The
 * same classes give an equal registry in whatever order they come. Not thread-safe.
 */
public final class RegistryBuilder {
    private final Naming naming;
    private final Problems problems;
    private final TypeReader types = new TypeReader();
    private final FunctionReader functionReader;
    private final Map<Method, Client> annotations = new HashMap<>();

    /**
     * Creates a builder for one registry.
     *
     * @param naming how names become names on the wire
     * @param problems where what is wrong is collected
     */
    public RegistryBuilder(Naming naming, Problems problems) {
        this(naming, Access.permit(), problems);
    }

    /**
     * Creates a builder for one registry.
     *
     * @param naming how names become names on the wire
     * @param otherwise who may call a function without an annotation that says so
     * @param problems where what is wrong is collected
     */
    public RegistryBuilder(Naming naming, Access otherwise, Problems problems) {
        this.naming = naming;
        this.problems = problems;
        this.functionReader = new FunctionReader(types, naming, new AccessReader(otherwise), problems);
    }

    /**
     * Builds it.
     *
     * @param classes beans with {@code @Client} methods, and classes that name contexts; others are passed over
     */
    public Registry build(Collection<Class<?>> classes) {
        var sorted = new ArrayList<>(new LinkedHashSet<>(classes));
        sorted.sort(Comparator.comparing(Class::getName));
        var functions = functions(sorted);
        var contexts = contexts(functions.values(), sorted);
        var affects = new AffectsReader(contexts, naming, problems);
        functions.replaceAll((name, function) -> withAffects(function, affects));
        new PrerenderReader(contexts, problems).check(functions.values());
        new RouteReader(naming, problems).refuseOverlaps(List.copyOf(functions.values()));
        EndlessTypes.in(types.definitions())
                .forEach(type -> problems.add(BuildMessages.endlessType(type.getName(), type.getSimpleName())));
        refuseUnmade(functions.values());
        warnOfContexts(contexts, functions.values());
        return new Registry(functions, contexts, types.definitions(), roles(functions.values()));
    }

    private Map<String, FunctionModel> functions(List<Class<?>> classes) {
        var byName = new TreeMap<String, List<FunctionModel>>();
        for (var type : classes) {
            if (Modifier.isAbstract(type.getModifiers()) && isExtended(type, classes)) {
                continue;
            }
            for (var function : read(type)) {
                byName.computeIfAbsent(function.name(), name -> new ArrayList<>())
                        .add(function);
            }
        }
        var functions = new TreeMap<String, FunctionModel>();
        byName.forEach((name, same) -> {
            if (same.size() > 1) {
                problems.add(BuildMessages.duplicateFunction(
                        name, same.stream().map(FunctionModel::place).toList()));
            }
            functions.put(name, same.get(0));
        });
        return functions;
    }

    /** Whether a class is there only to be extended by another one: its functions are those of that bean. */
    private static boolean isExtended(Class<?> type, List<Class<?>> classes) {
        return classes.stream().anyMatch(other -> other != type && type.isAssignableFrom(other));
    }

    private List<FunctionModel> read(Class<?> type) {
        if (type.isInterface()) {
            return List.of();
        }
        if (type.isAnnotationPresent(Client.class)) {
            problems.add(BuildMessages.clientOnClass(type.getName()));
        }
        var functions = new ArrayList<FunctionModel>();
        for (var method : methods(type)) {
            var client = method.getAnnotation(Client.class);
            PrerenderReader.refuseOthers(method, problems);
            if (client != null) {
                // A bean's class need not be public; refused by a module that is not open, it fails when it is called.
                method.trySetAccessible();
                annotations.put(method, client);
                var function = functionReader.read(type, method, client);
                if (function != null) {
                    functions.add(function);
                }
            }
        }
        if (!functions.isEmpty()) {
            checkClass(type);
        }
        return functions;
    }

    /** All methods of a class, inherited ones too, without those that it overrides; always in the same order. */
    private static Collection<Method> methods(Class<?> type) {
        var found = new ArrayList<Method>();
        var overridden = new HashSet<String>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            var declared = at.getDeclaredMethods();
            Arrays.stream(declared)
                    .filter(method -> !method.isSynthetic() && !overridden.contains(signature(method)))
                    .forEach(found::add);
            Arrays.stream(declared)
                    .filter(method -> !method.isBridge() || bridgesOwn(method, declared))
                    .forEach(method -> overridden.add(signature(method)));
        }
        var sorted = new TreeMap<String, Method>();
        found.forEach(method -> sorted.put(signature(method), method));
        return sorted.values();
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    /** Whether a bridge leads to a method of its own class, and not to one of a parent that is not public. */
    private static boolean bridgesOwn(Method bridge, Method[] declared) {
        return Arrays.stream(declared)
                .anyMatch(method -> !method.isBridge()
                        && method.getName().equals(bridge.getName())
                        && method.getParameterCount() == bridge.getParameterCount());
    }

    private void checkClass(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers())) {
            problems.add(BuildMessages.notProxyable(type.getName(), "is final"));
        } else if (Modifier.isAbstract(type.getModifiers())) {
            return;
        } else if (Arrays.stream(type.getDeclaredConstructors())
                .noneMatch(constructor ->
                        constructor.getParameterCount() == 0 && !Modifier.isPrivate(constructor.getModifiers()))) {
            problems.add(BuildMessages.notProxyable(type.getName(), "has no constructor without parameters"));
        }
        if (Annotations.isResource(type) && !Annotations.hasScope(type)) {
            problems.add(BuildMessages.noScope(type.getName()));
        }
    }

    private Map<String, ContextModel> contexts(Collection<FunctionModel> functions, List<Class<?>> classes) {
        var members = new LinkedHashMap<Class<?>, List<FunctionModel>>();
        for (var function : functions) {
            var client = annotations.get(function.method());
            if (client != null && client.context() != ReactContext.class) {
                members.computeIfAbsent(client.context(), type -> new ArrayList<>())
                        .add(function);
            }
        }
        var contexts = new TreeMap<String, ContextModel>();
        var reader = new ContextReader(naming, problems);
        members.forEach((type, of) -> {
            var context = reader.read(type, of);
            if (!Names.isName(context.name())) {
                problems.add(BuildMessages.illegalName(type.getName(), "context", context.name()));
            }
            var other = contexts.putIfAbsent(context.name(), context);
            if (other != null) {
                problems.add(
                        BuildMessages.contextName(context.name(), other.type().getName(), type.getName()));
            }
        });
        classes.stream()
                .filter(type -> ReactContext.class.isAssignableFrom(type) && !type.isInterface())
                .filter(type -> !members.containsKey(type))
                .forEach(type -> problems.add(BuildMessages.emptyContext(type.getName())));
        return contexts;
    }

    private FunctionModel withAffects(FunctionModel function, AffectsReader affects) {
        var client = annotations.get(function.method());
        if (client == null || (client.affects().length == 0 && client.affectsFunctions().length == 0)) {
            return function;
        }
        return function.affecting(affects.read(function, client));
    }

    private void refuseUnmade(Collection<FunctionModel> functions) {
        var direct = new DirectTypes(types.definitions());
        for (var function : functions) {
            if (!Annotations.isResource(function.beanClass(), function.method())) {
                function.parameters().forEach(parameter -> direct.problems(parameter.type())
                        .forEach(why ->
                                problems.add(BuildMessages.cannotBeMade(function.place(), parameter.name(), why))));
            }
        }
    }

    private void warnOfContexts(Map<String, ContextModel> contexts, Collection<FunctionModel> functions) {
        Set<String> affected = new TreeSet<>();
        functions.forEach(function -> function.affects().forEach(target -> affected.add(target.context())));
        for (var context : contexts.values()) {
            boolean kept = context.cache() == Client.UNTIL_INVALIDATED
                    && !context.functions().isEmpty();
            if (kept && context.shapes().isEmpty() && !affected.contains(context.name())) {
                problems.add(BuildMessages.neverAffected(context.name()));
            }
        }
    }

    private static TreeSet<String> roles(Collection<FunctionModel> functions) {
        var roles = new TreeSet<String>();
        functions.forEach(function -> roles.addAll(function.access().roles()));
        roles.remove(Access.ANYBODY_SIGNED_IN);
        return roles;
    }
}
