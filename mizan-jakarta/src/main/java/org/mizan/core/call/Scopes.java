package org.mizan.core.call;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.ReactContext;
import org.mizan.core.protocol.Affected;
import org.mizan.core.protocol.ParameterText;
import org.mizan.core.protocol.ScopeValue;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.Registry;

/** Makes the targets of mutations from their arguments, and of programmatic invalidations (PROTOCOL §6.1). Thread-safe. */
public final class Scopes {
    private final Registry registry;
    private final ParameterText text;

    /** Creates one for the contexts of a registry. */
    public Scopes(Registry registry, ParameterText text) {
        this.registry = registry;
        this.text = text;
    }

    /**
     * What a call of a function makes stale by its attributes.
     *
     * @param arguments the arguments of the Java method, in its order
     */
    public TargetSet of(FunctionModel function, @Nullable Object[] arguments) {
        if (function.affects().isEmpty()) {
            return TargetSet.none();
        }
        var values = new TreeMap<String, ScopeValue>();
        for (var parameter : function.parameters()) {
            if (scopes(function, parameter)) {
                var argument = arguments[parameter.index()];
                var value = value(argument == null ? parameter.defaultValue() : argument);
                if (value != null) {
                    values.put(parameter.name(), value);
                }
            }
        }
        var targets = new ArrayList<Target>(function.affects().size());
        function.affects().forEach(affected -> targets.add(affected.target(values)));
        return new TargetSet(targets);
    }

    /** The value in a scope; what has no text, as NaN that other Java code passes, only widens the scope. */
    private @Nullable ScopeValue value(@Nullable Object argument) {
        try {
            return text.scopeValue(argument);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean scopes(FunctionModel function, ParameterModel parameter) {
        for (Affected affected : function.affects()) {
            if (affected.parameters().contains(parameter.name())) {
                return true;
            }
        }
        return false;
    }

    /**
     * A target that code adds.
     *
     * @throws IllegalArgumentException when the context or a parameter of it is not known, or a value has another type
     */
    public Target target(Class<? extends ReactContext> type, Map<String, ?> scope) {
        var context = registry.context(type)
                .orElseThrow(() -> new IllegalArgumentException("MIZAN-00610: " + type.getName()
                        + ": no function belongs to this context. Give one context = " + type.getSimpleName()
                        + ".class."));
        return new Target(context.name(), null, values(context, scope));
    }

    /**
     * A function target that code adds.
     *
     * @throws IllegalArgumentException when no context has the function, or as for a context
     */
    public Target functionTarget(String name, Map<String, ?> scope) {
        var function = registry.function(name).filter(found -> found.context() != null);
        var context = function.flatMap(found -> registry.context(String.valueOf(found.context())))
                .orElseThrow(() -> new IllegalArgumentException(
                        "MIZAN-00611: '" + name + "' is no function of a context. Name one that has context = … ."));
        return new Target(context.name(), name, values(context, scope));
    }

    private TreeMap<String, ScopeValue> values(ContextModel context, Map<String, ?> scope) {
        var values = new TreeMap<String, ScopeValue>();
        scope.forEach((name, argument) -> {
            var parameter = context.parameter(name)
                    .orElseThrow(() -> new IllegalArgumentException("MIZAN-00612: the context '" + context.name()
                            + "' has no parameter '" + name + "'. It has "
                            + context.parameters().keySet() + "."));
            var present = present(argument);
            if (present != null && !isEmpty(present)) {
                require(context, parameter, present);
                var value = text.scopeValue(present);
                if (value != null) {
                    values.put(name, value);
                }
            }
        });
        return values;
    }

    /** A value of another type would never match what the parameter's type gives. */
    private static void require(ContextModel context, ParameterModel parameter, Object value) {
        if (!parameter.accepts(value)) {
            throw new IllegalArgumentException("MIZAN-00613: the parameter '" + parameter.name() + "' of the context '"
                    + context.name() + "' is " + parameter.type() + ", not "
                    + value.getClass().getName() + ". Pass a value of its type.");
        }
    }

    private static @Nullable Object present(@Nullable Object value) {
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> collection
                ? collection.isEmpty()
                : value.getClass().isArray() && Array.getLength(value) == 0;
    }
}
