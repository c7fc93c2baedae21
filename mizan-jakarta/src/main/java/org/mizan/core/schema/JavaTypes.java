package org.mizan.core.schema;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@link Type}s, and puts types in the place of their variables. */
public final class JavaTypes {
    private JavaTypes() {}

    /** The class of a type without its arguments. */
    public static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        throw new IllegalArgumentException("unknown kind of type: " + type);
    }

    /**
     * What the type variables of a type and of all its supertypes stand for.
     *
     * @param type a class with or without arguments; its own variables stand for themselves in the latter case
     */
    public static Map<TypeVariable<?>, Type> variables(Type type) {
        var variables = new HashMap<TypeVariable<?>, Type>();
        collect(type, variables);
        return variables;
    }

    private static void collect(Type type, Map<TypeVariable<?>, Type> variables) {
        var raw = raw(type);
        if (type instanceof ParameterizedType parameterized) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                variables.put(raw.getTypeParameters()[i], parameterized.getActualTypeArguments()[i]);
            }
        }
        Stream.concat(Stream.ofNullable(raw.getGenericSuperclass()), Arrays.stream(raw.getGenericInterfaces()))
                .forEach(parent -> collect(with(parent, variables), variables));
    }

    /** A type with other types in the place of its variables. */
    public static Type with(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            return variables.getOrDefault(variable, variable);
        }
        if (type instanceof ParameterizedType parameterized) {
            return new Parameterized(
                    raw(type),
                    Arrays.stream(parameterized.getActualTypeArguments())
                            .map(argument -> with(argument, variables))
                            .toList());
        }
        if (type instanceof GenericArrayType array) {
            var component = with(array.getGenericComponentType(), variables);
            return component instanceof Class<?> plain ? plain.arrayType() : new ArrayOf(component);
        }
        return type instanceof WildcardType wildcard ? with(wildcard.getUpperBounds()[0], variables) : type;
    }

    /**
     * For each type parameter of a subtype, the position of the parameter of a supertype that it is; -1 for none.
     */
    public static List<Integer> parametersOf(Class<?> supertype, Class<?> subtype) {
        var variables = variables(subtype);
        var arguments = Arrays.stream(supertype.getTypeParameters())
                .map(parameter -> variables.getOrDefault(parameter, parameter))
                .toList();
        return Arrays.stream(subtype.getTypeParameters())
                .map(arguments::indexOf)
                .toList();
    }

    /** The type of a class with arguments; the class itself without any. */
    public static Type of(Class<?> raw, List<Type> arguments) {
        return arguments.isEmpty() ? raw : new Parameterized(raw, arguments);
    }

    private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        Parameterized {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    private record ArrayOf(Type component) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return component;
        }
    }

    /** What an {@code Optional<T>} holds; any other type itself. */
    public static Type present(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class
                ? parameterized.getActualTypeArguments()[0]
                : type;
    }
}
