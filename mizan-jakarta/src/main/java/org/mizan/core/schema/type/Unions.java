package org.mizan.core.schema.type;

import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/**
 * Finds the alternatives of a union: those that {@code @JsonbTypeInfo} names, or else all records and classes that a
 * sealed type permits, by their simple names under JSON-B's default key.
 */
final class Unions {
    private static final String DEFAULT_KEY = "@type";

    private final TypeReader types;

    Unions(TypeReader types) {
        this.types = types;
    }

    TypeDefinition.UnionType annotated(Class<?> type, JsonbTypeInfo info) {
        var alternatives = new TreeMap<String, TypeModel.Named>();
        for (var subtype : info.value()) {
            var alternative = subtype.type();
            if (!isPlainObject(alternative) || !type.isAssignableFrom(alternative)) {
                throw new NoJsonFormException(
                        alternative.getName(),
                        "is listed by @JsonbTypeInfo of " + type.getSimpleName()
                                + " but is no record or plain class that is a subtype",
                        "List records or plain classes that are subtypes and have no @JsonbTypeInfo of their own.");
            }
            types.define(alternative);
            if (alternatives.put(subtype.alias(), new TypeModel.Named(alternative, List.of())) != null) {
                throw new NoJsonFormException(
                        type.getName(),
                        "has two subtypes with the alias '" + subtype.alias() + "'",
                        "Give each subtype its own alias.");
            }
        }
        return new TypeDefinition.UnionType(type, names(type), info.key(), alternatives, true);
    }

    private static boolean isPlainObject(Class<?> type) {
        return type.getTypeParameters().length == 0
                && !type.isInterface()
                && !type.isEnum()
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnnotationPresent(JsonbTypeInfo.class);
    }

    TypeDefinition.UnionType sealed(Class<?> type) {
        var found = new LinkedHashSet<Class<?>>();
        permitted(type, type, found);
        var alternatives = new TreeMap<String, TypeModel.Named>();
        for (var alternative : found) {
            types.define(alternative);
            if (alternatives.put(alternative.getSimpleName(), named(alternative, type)) != null) {
                throw new NoJsonFormException(
                        type.getName(),
                        "permits two classes with the simple name " + alternative.getSimpleName(),
                        "Rename one, or name the subtypes with @JsonbTypeInfo.");
            }
        }
        return new TypeDefinition.UnionType(type, names(type), DEFAULT_KEY, alternatives, false);
    }

    private static void permitted(Class<?> at, Class<?> type, Set<Class<?>> found) {
        for (var subtype : at.getPermittedSubclasses()) {
            boolean isAbstract = subtype.isInterface() || Modifier.isAbstract(subtype.getModifiers());
            if (subtype.isEnum()
                    || subtype.isAnnotationPresent(JsonbTypeInfo.class)
                    || isAbstract && !subtype.isSealed()) {
                throw new NoJsonFormException(
                        subtype.getName(),
                        "is permitted by " + type.getSimpleName() + " but is "
                                + (subtype.isEnum()
                                        ? "an enum, which is text in JSON"
                                        : "open or has subtypes named otherwise"),
                        "Permit records, classes and sealed types without @JsonbTypeInfo.");
            }
            if (!isAbstract) {
                found.add(subtype);
            }
            if (subtype.isSealed()) {
                permitted(subtype, type, found);
            }
        }
    }

    private static TypeModel.Named named(Class<?> alternative, Class<?> type) {
        var arguments = new ArrayList<TypeModel>();
        for (int index : JavaTypes.parametersOf(type, alternative)) {
            if (index < 0) {
                throw new NoJsonFormException(
                        alternative.getName(),
                        "has a type parameter that " + type.getSimpleName() + " does not have",
                        "Give both the same type parameters.");
            }
            arguments.add(new TypeModel.Variable(names(type).get(index)));
        }
        return new TypeModel.Named(alternative, arguments);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getTypeParameters())
                .map(java.lang.reflect.TypeVariable::getName)
                .toList();
    }

    /** Refuses a type whose property has the name of what tells it apart from others. */
    static void refuseClash(TypeDefinition definition, Map<Class<?>, TypeDefinition> definitions) {
        if (definition instanceof TypeDefinition.UnionType union) {
            union.alternatives().values().stream()
                    .map(alternative -> definitions.get(alternative.type()))
                    .forEach(alternative -> refuseClash(union, alternative));
        } else {
            definitions.values().stream()
                    .filter(other -> other instanceof TypeDefinition.UnionType union
                            && union.alternatives().values().stream()
                                    .anyMatch(alternative -> alternative.type() == definition.type()))
                    .forEach(union -> refuseClash((TypeDefinition.UnionType) union, definition));
        }
    }

    private static void refuseClash(TypeDefinition.UnionType union, TypeDefinition alternative) {
        if (alternative instanceof TypeDefinition.ObjectType object
                && object.properties().containsKey(union.discriminator())) {
            throw new NoJsonFormException(
                    alternative.type().getName(),
                    "has a property '" + union.discriminator() + "', which also tells the subtypes of "
                            + union.type().getSimpleName() + " apart",
                    "Name the property or the key of @JsonbTypeInfo otherwise.");
        }
    }
}
