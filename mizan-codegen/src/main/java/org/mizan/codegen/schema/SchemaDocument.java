package org.mizan.codegen.schema;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.constraint.Constraint;

/**
 * What an application offers to clients.
 *
 * @param hash the hash of the schema, as clients send it
 */
public record SchemaDocument(
        String hash,
        SortedMap<String, Context> contexts,
        SortedMap<String, Function> functions,
        SortedMap<String, Type> types) {
    /** Copies the maps. */
    public SchemaDocument {
        contexts = Collections.unmodifiableSortedMap(new TreeMap<>(contexts));
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }

    /**
     * A context with a bundle.
     *
     * @param parameters what it takes, by name
     * @param functions the names of what it gives, sorted
     */
    public record Context(SortedMap<String, Parameter> parameters, List<String> functions) {
        /** Copies the collections. */
        public Context {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
            functions = List.copyOf(functions);
        }
    }

    /**
     * A function.
     *
     * @param context the name of the context that it reads for
     * @param affects the contexts ({@code user}) and functions ({@code user.userProfile}) that it makes stale
     */
    public record Function(
            @Nullable String context,
            SortedMap<String, Parameter> parameters,
            Shape result,
            List<String> affects,
            boolean deprecated) {
        /** Copies the collections. */
        public Function {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
            affects = List.copyOf(affects);
        }
    }

    /**
     * A parameter.
     *
     * @param defaultText the text (PROTOCOL §7.2) of the value that the server fills in
     */
    public record Parameter(
            Shape type,
            boolean required,
            @Nullable String defaultText,
            List<Constraint> constraints,
            boolean deprecated) {
        /** Copies the list. */
        public Parameter {
            constraints = List.copyOf(constraints);
        }
    }

    /** A type with a name. */
    public sealed interface Type {
        /** Whether it is not to be used any more. */
        boolean deprecated();

        /** The names of its type parameters. */
        default List<String> typeParameters() {
            return List.of();
        }
    }

    /** An object. */
    public record ObjectType(List<String> typeParameters, SortedMap<String, Property> properties, boolean deprecated)
            implements Type {
        /** Copies the collections. */
        public ObjectType {
            typeParameters = List.copyOf(typeParameters);
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }
    }

    /** An enum. */
    public record EnumType(List<String> constants, Set<String> deprecatedConstants, boolean deprecated)
            implements Type {
        /** Copies the names. */
        public EnumType {
            constants = List.copyOf(constants);
            deprecatedConstants = Set.copyOf(deprecatedConstants);
        }
    }

    /**
     * One of several objects.
     *
     * @param alternatives their types by the discriminator's value; type arguments are variables of this type
     */
    public record UnionType(
            List<String> typeParameters,
            String discriminator,
            SortedMap<String, Shape.Named> alternatives,
            boolean deprecated)
            implements Type {
        /** Copies the collections. */
        public UnionType {
            typeParameters = List.copyOf(typeParameters);
            alternatives = Collections.unmodifiableSortedMap(new TreeMap<>(alternatives));
        }
    }

    /** A member of an object. */
    public record Property(
            Shape type, boolean read, boolean written, List<Constraint> constraints, boolean deprecated) {
        /** Copies the list. */
        public Property {
            constraints = List.copyOf(constraints);
        }
    }
}
