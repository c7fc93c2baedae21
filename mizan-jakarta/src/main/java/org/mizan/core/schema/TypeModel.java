package org.mizan.core.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The type of an argument, a result or a property, as JSON sees it.
 *
 * <p>{@link #toString()} is a stable, readable text, {@code Map<string, Page<Order>|null>}, used in messages and in
 * the hash of the schema.
 */
public sealed interface TypeModel {

    /** No value: the result of a {@code void} function, {@code null} on the wire. */
    record Nothing() implements TypeModel {
        @Override
        public String toString() {
            return "void";
        }
    }

    /** A value without parts. */
    record Scalar(ScalarKind kind) implements TypeModel {
        @Override
        public String toString() {
            return kind.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A JSON array. */
    record Sequence(TypeModel element, Order order) implements TypeModel {

        /** Whether the order of the elements says something. */
        public enum Order {
            /** As the collection iterates. */
            KEPT,
            /** A set: written sorted by the bytes of its elements. */
            NONE
        }

        @Override
        public String toString() {
            return (order == Order.NONE ? "Set<" : "List<") + element + ">";
        }
    }

    /** A JSON object whose members are the entries of a map; the key is a scalar or an enum. */
    record Dictionary(TypeModel key, TypeModel value) implements TypeModel {
        @Override
        public String toString() {
            return "Map<" + key + ", " + value + ">";
        }
    }

    /** A value or {@code null}. */
    record OrNull(TypeModel type) implements TypeModel {
        @Override
        public String toString() {
            return type + "|null";
        }
    }

    /** An object, enum or union that {@link Registry#types()} defines, with its type arguments. */
    record Named(Class<?> type, List<TypeModel> arguments) implements TypeModel {
        /** Copies the arguments. */
        public Named {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return arguments.isEmpty()
                    ? type.getName()
                    : type.getName()
                            + arguments.stream().map(TypeModel::toString).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    /** A type parameter of the definition that it stands in. */
    record Variable(String name) implements TypeModel {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The type without "or null". */
    default TypeModel required() {
        return this instanceof OrNull orNull ? orNull.type() : this;
    }

    /** The same type or null. */
    default TypeModel orNull() {
        return this instanceof OrNull || this instanceof Nothing ? this : new OrNull(this);
    }

    /** Whether a query string can carry it: a scalar but bytes and JSON, an enum, or a sequence of those. */
    default boolean fitsQuery() {
        var type = required() instanceof Sequence sequence ? sequence.element() : required();
        if (type.required() instanceof Scalar scalar) {
            return scalar.kind() != ScalarKind.JSON && scalar.kind() != ScalarKind.BYTES;
        }
        return type.required() instanceof Named named && named.type().isEnum();
    }

    /**
     * The type with types in the place of its variables.
     *
     * @throws IllegalStateException when one of its variables is not bound
     */
    default TypeModel with(Map<String, TypeModel> variables) {
        if (this instanceof Variable variable) {
            var bound = variables.get(variable.name());
            if (bound == null) {
                throw new IllegalStateException("the type parameter " + variable.name() + " is not bound");
            }
            return bound;
        }
        if (variables.isEmpty()) {
            return this;
        }
        if (this instanceof OrNull orNull) {
            return orNull.type().with(variables).orNull();
        }
        if (this instanceof Sequence sequence) {
            return new Sequence(sequence.element().with(variables), sequence.order());
        }
        if (this instanceof Dictionary dictionary) {
            return new Dictionary(
                    dictionary.key().with(variables), dictionary.value().with(variables));
        }
        if (this instanceof Named named && !named.arguments().isEmpty()) {
            return new Named(
                    named.type(),
                    named.arguments().stream()
                            .map(argument -> argument.with(variables))
                            .toList());
        }
        return this;
    }
}
