package org.mizan.codegen.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mizan.core.schema.ScalarKind;

/** A type as JSON sees it, by names instead of classes. Its text is stable and readable. */
public sealed interface Shape {

    /** {@code null} alone: the result of a function that gives nothing. */
    record Nothing() implements Shape {
        @Override
        public String toString() {
            return "nothing";
        }
    }

    /** A value without parts. */
    record Scalar(ScalarKind kind) implements Shape {
        @Override
        public String toString() {
            return name(kind);
        }

        static String name(ScalarKind kind) {
            return kind.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** An array; a set says nothing by the order of its elements. */
    record Sequence(Shape element, boolean set) implements Shape {
        @Override
        public String toString() {
            return (set ? "set<" : "list<") + element + ">";
        }
    }

    /** An object whose members are entries. */
    record Dictionary(Shape key, Shape value) implements Shape {
        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">";
        }
    }

    /** A type of the document. */
    record Named(String name, List<Shape> arguments) implements Shape {
        /** Copies the arguments. */
        public Named {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return arguments.isEmpty()
                    ? name
                    : name + arguments.stream().map(Shape::toString).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    /** A type parameter of the type that it stands in. */
    record Variable(String name) implements Shape {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A value or null. */
    record OrNull(Shape shape) implements Shape {
        @Override
        public String toString() {
            return shape + " or null";
        }
    }

    /** Whether null is among its values. */
    default boolean isNullable() {
        return this instanceof OrNull || this instanceof Nothing;
    }

    /** The shape without "or null". */
    default Shape required() {
        return this instanceof OrNull orNull ? orNull.shape() : this;
    }

    /** The shape with others in the place of its variables; those that are not bound stay. */
    default Shape with(Map<String, Shape> variables) {
        if (variables.isEmpty()) {
            return this;
        }
        if (this instanceof Variable variable) {
            return variables.getOrDefault(variable.name(), this);
        }
        if (this instanceof OrNull orNull) {
            var bound = orNull.shape().with(variables);
            return bound.isNullable() ? bound : new OrNull(bound);
        }
        if (this instanceof Sequence sequence) {
            return new Sequence(sequence.element().with(variables), sequence.set());
        }
        if (this instanceof Dictionary dictionary) {
            return new Dictionary(
                    dictionary.key().with(variables), dictionary.value().with(variables));
        }
        return this instanceof Named named
                ? new Named(
                        named.name(),
                        named.arguments().stream()
                                .map(argument -> argument.with(variables))
                                .toList())
                : this;
    }
}
