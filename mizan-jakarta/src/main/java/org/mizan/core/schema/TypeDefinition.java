package org.mizan.core.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.core.schema.constraint.Constraint;

/** What a {@link TypeModel.Named} type consists of. */
public sealed interface TypeDefinition {

    /** The class that it was read from. */
    Class<?> type();

    /** Whether clients are told not to use it any more: the class is {@code @Deprecated}. */
    default boolean deprecated() {
        return type().isAnnotationPresent(Deprecated.class);
    }

    /** The names of its type parameters. */
    default List<String> typeParameters() {
        return List.of();
    }

    /** The type arguments by parameter name, for one use of this type. */
    default Map<String, TypeModel> bind(List<TypeModel> arguments) {
        if (typeParameters().isEmpty()) {
            return Map.of();
        }
        var bound = new TreeMap<String, TypeModel>();
        for (int i = 0; i < typeParameters().size(); i++) {
            bound.put(typeParameters().get(i), arguments.get(i));
        }
        return bound;
    }

    /** An object with named properties: a record or a bean. */
    record ObjectType(Class<?> type, List<String> typeParameters, SortedMap<String, Property> properties)
            implements TypeDefinition {
        /** Copies the collections. */
        public ObjectType {
            typeParameters = List.copyOf(typeParameters);
            properties = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }
    }

    /**
     * An enum, on the wire the names of its constants.
     *
     * @param constants all names, as they are declared
     * @param deprecatedConstants those that are {@code @Deprecated}
     */
    record EnumType(Class<?> type, List<String> constants, Set<String> deprecatedConstants) implements TypeDefinition {
        /** Copies the names. */
        public EnumType {
            constants = List.copyOf(constants);
            deprecatedConstants = Set.copyOf(deprecatedConstants);
        }
    }

    /**
     * One of several objects, told apart by a member.
     *
     * @param discriminator the member's name, {@code @type} for instance
     * @param alternatives the objects by the member's value; their type arguments are variables of this type
     * @param annotated whether {@code @JsonbTypeInfo} names them, so that JSON-B itself tells them apart; otherwise the
     *     type is sealed and they are known by their simple names
     */
    record UnionType(
            Class<?> type,
            List<String> typeParameters,
            String discriminator,
            SortedMap<String, TypeModel.Named> alternatives,
            boolean annotated)
            implements TypeDefinition {
        /** Copies the collections. */
        public UnionType {
            typeParameters = List.copyOf(typeParameters);
            alternatives = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(alternatives));
        }

        /** The alternative that a discriminator's value selects. */
        public Optional<TypeModel.Named> alternative(String value) {
            return Optional.ofNullable(alternatives.get(value));
        }
    }

    /**
     * A member of an object.
     *
     * @param name its name on the wire
     * @param read whether results have it
     * @param written whether arguments may have it
     * @param constraints what Bean Validation demands of it, when the object is validated
     * @param deprecated whether its field or an accessor is {@code @Deprecated}
     */
    record Property(
            String name,
            TypeModel type,
            boolean read,
            boolean written,
            List<Constraint> constraints,
            boolean deprecated) {
        /** Copies the list. */
        public Property {
            constraints = List.copyOf(constraints);
        }
    }
}
