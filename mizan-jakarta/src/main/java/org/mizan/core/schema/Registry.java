package org.mizan.core.schema;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that an application offers. Immutable and thread-safe; look-ups are by hash. */
public final class Registry {
    /** The name of the built-in function that issues tokens (PROTOCOL §10), which every client knows by itself. */
    public static final String MWT_FUNCTION = "mwtObtain";

    private final SortedMap<String, FunctionModel> functions;
    private final SortedMap<String, ContextModel> contexts;
    private final Map<Class<?>, TypeDefinition> types;
    private final SortedSet<String> roles;
    private final Map<String, FunctionModel> functionsByName;
    private final Map<String, ContextModel> contextsByName;
    private final Map<Class<?>, ContextModel> contextsByType = new HashMap<>();
    private final Map<Method, FunctionModel> functionsByMethod = new HashMap<>();
    private final String hash;

    /**
     * Makes a registry of models that fit together.
     *
     * @param roles the names of all roles that guards of the application mention
     */
    public Registry(
            Map<String, FunctionModel> functions,
            Map<String, ContextModel> contexts,
            Map<Class<?>, TypeDefinition> types,
            SortedSet<String> roles) {
        this.functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
        this.contexts = Collections.unmodifiableSortedMap(new TreeMap<>(contexts));
        this.types = Map.copyOf(types);
        this.roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        this.functionsByName = Map.copyOf(functions);
        this.contextsByName = Map.copyOf(contexts);
        contexts.values().forEach(context -> contextsByType.put(context.type(), context));
        functions.values().forEach(function -> functionsByMethod.put(function.method(), function));
        this.hash = SchemaHash.of(this);
    }

    /** The functions by name, sorted. */
    public SortedMap<String, FunctionModel> functions() {
        return functions;
    }

    /** The contexts by name, sorted. */
    public SortedMap<String, ContextModel> contexts() {
        return contexts;
    }

    /** The objects, enums and unions that functions use, by class. */
    public Map<Class<?>, TypeDefinition> types() {
        return types;
    }

    /** The roles that guards mention. */
    public SortedSet<String> roles() {
        return roles;
    }

    /** 32 hex digits that change when a client generated from these models would be another one. */
    public String hash() {
        return hash;
    }

    /** A function by its name on the wire. */
    public Optional<FunctionModel> function(String name) {
        return Optional.ofNullable(functionsByName.get(name));
    }

    /** The function that a method is; for an inherited method, the function of the bean that inherits it. */
    public Optional<FunctionModel> function(Method method) {
        return Optional.ofNullable(functionsByMethod.get(method));
    }

    /** A context by its name on the wire. */
    public Optional<ContextModel> context(String name) {
        return Optional.ofNullable(contextsByName.get(name));
    }

    /** A context by the class that names it. */
    public Optional<ContextModel> context(Class<?> type) {
        return Optional.ofNullable(contextsByType.get(type));
    }
}
