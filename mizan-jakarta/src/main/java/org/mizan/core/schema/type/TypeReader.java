package org.mizan.core.schema.type;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mizan.JsonText;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Reads Java types into models, and the classes that they mention into definitions. Not thread-safe. */
public final class TypeReader {
    private static final String USE_A_RECORD = "Use a record with the members that the client needs.";

    private final Map<Class<?>, TypeDefinition> definitions = new HashMap<>();
    private final Set<Class<?>> underWay = new java.util.HashSet<>();
    private final PropertyReader properties = new PropertyReader(this);
    private final Unions unions = new Unions(this);

    /** The objects, enums and unions read so far. */
    public Map<Class<?>, TypeDefinition> definitions() {
        return definitions;
    }

    /**
     * Reads the type of a parameter or result.
     *
     * @param element what carries the annotations of the type's place: a parameter or a method
     * @throws NoJsonFormException when it has none
     */
    public TypeModel read(AnnotatedType type, AnnotatedElement element) {
        var model = read(type, Map.of(), element);
        return element.isAnnotationPresent(JsonText.class) ? asText(model) : model;
    }

    /**
     * Reads a class that stands for itself.
     *
     * @throws NoJsonFormException when it has none, as without its type arguments
     */
    public TypeModel read(Class<?> type) {
        return plain(type);
    }

    /** The text form that {@code @JsonText} gives a long. */
    static TypeModel asText(TypeModel type) {
        if (!type.required().equals(new TypeModel.Scalar(ScalarKind.LONG))) {
            throw new NoJsonFormException(type.toString(), "is no long", "Use @JsonText on long and Long only.");
        }
        TypeModel text = new TypeModel.Scalar(ScalarKind.LONG_TEXT);
        return type instanceof TypeModel.OrNull ? text.orNull() : text;
    }

    TypeModel read(AnnotatedType type, Map<String, TypeModel> variables, AnnotatedElement... elements) {
        var model = unannotated(type, variables);
        return Nullability.of(type, elements) ? model.orNull() : model;
    }

    private TypeModel unannotated(AnnotatedType type, Map<String, TypeModel> variables) {
        if (type instanceof AnnotatedTypeVariable) {
            return variable((TypeVariable<?>) type.getType(), variables);
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            if (wildcard.getAnnotatedLowerBounds().length > 0) {
                throw new NoJsonFormException(type.getType().toString(), "has no JSON form", USE_A_RECORD);
            }
            return read(wildcard.getAnnotatedUpperBounds()[0], variables);
        }
        if (type instanceof AnnotatedArrayType array) {
            return array(array, variables);
        }
        var raw = JavaTypes.raw(type.getType());
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return generic(raw, parameterized.getAnnotatedActualTypeArguments(), variables);
        }
        return plain(raw);
    }

    private TypeModel array(AnnotatedArrayType array, Map<String, TypeModel> variables) {
        if (array.getType() == byte[].class) {
            return new TypeModel.Scalar(ScalarKind.BYTES);
        }
        var component = array.getAnnotatedGenericComponentType();
        if (component instanceof AnnotatedParameterizedType) {
            throw new NoJsonFormException(
                    array.getType().getTypeName(),
                    "is an array of a generic type, which JSON-B (Yasson 3.0.4) loses",
                    "Use a List instead of the array.");
        }
        return new TypeModel.Sequence(read(component, variables), TypeModel.Sequence.Order.KEPT);
    }

    private static TypeModel variable(TypeVariable<?> variable, Map<String, TypeModel> variables) {
        var bound = variables.get(variable.getName());
        if (bound == null) {
            throw new NoJsonFormException(
                    variable.getName(), "is a type parameter that nothing binds", "Name the actual type.");
        }
        return bound;
    }

    private TypeModel generic(Class<?> raw, AnnotatedType[] arguments, Map<String, TypeModel> variables) {
        if (raw == Optional.class) {
            return read(arguments[0], variables).orNull();
        }
        if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
            return new TypeModel.Sequence(
                    read(arguments[0], variables),
                    Set.class.isAssignableFrom(raw) ? TypeModel.Sequence.Order.NONE : TypeModel.Sequence.Order.KEPT);
        }
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
            return new TypeModel.Dictionary(key(read(arguments[0], variables)), read(arguments[1], variables));
        }
        if (ScalarKind.of(raw).isPresent()) {
            return plain(raw);
        }
        refuseCollection(raw);
        List<TypeModel> bound = new ArrayList<>();
        for (var argument : arguments) {
            bound.add(read(argument, variables));
        }
        define(raw);
        return new TypeModel.Named(raw, bound);
    }

    private static TypeModel key(TypeModel key) {
        boolean fits = key instanceof TypeModel.Named named && named.type().isEnum()
                || key instanceof TypeModel.Scalar scalar
                        && (scalar.kind() == ScalarKind.STRING
                                || scalar.kind() == ScalarKind.INT
                                || scalar.kind() == ScalarKind.LONG);
        if (!fits) {
            throw new NoJsonFormException(
                    "a map with keys of type " + key,
                    "has no JSON form",
                    "Use String, int, long or an enum as the key.");
        }
        return key;
    }

    private TypeModel plain(Class<?> raw) {
        var scalar = ScalarKind.of(raw);
        if (scalar.isPresent()) {
            return new TypeModel.Scalar(scalar.get());
        }
        if (raw == void.class || raw == Void.class) {
            return new TypeModel.Nothing();
        }
        if (raw == OptionalInt.class) {
            return new TypeModel.Scalar(ScalarKind.INT).orNull();
        }
        if (raw == OptionalLong.class) {
            return new TypeModel.Scalar(ScalarKind.LONG).orNull();
        }
        if (raw == OptionalDouble.class) {
            return new TypeModel.Scalar(ScalarKind.DOUBLE).orNull();
        }
        if (raw.getTypeParameters().length > 0) {
            throw new NoJsonFormException(
                    raw.getName(), "is used without its type arguments", "Write them: List<Order>, not List.");
        }
        refuseCollection(raw);
        define(raw);
        return new TypeModel.Named(raw, List.of());
    }

    /** JSON-B writes such a class as an array or map of anything. */
    private static void refuseCollection(Class<?> raw) {
        if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)) {
            throw new NoJsonFormException(
                    raw.getName(),
                    "is a collection whose elements JSON-B does not know",
                    "Write List<Order>, Set<Order> or Map<String, Order> instead.");
        }
    }

    void define(Class<?> type) {
        if (definitions.containsKey(type) || !underWay.add(type)) {
            return;
        }
        try {
            var definition = definition(type);
            definitions.put(type, definition);
            Unions.refuseClash(definition, definitions);
        } finally {
            underWay.remove(type);
        }
    }

    private TypeDefinition definition(Class<?> type) {
        if (type.isEnum()) {
            return enumeration(type);
        }
        if (type == Object.class || type.isPrimitive() || type.isAnnotation() || isPlatform(type)) {
            throw new NoJsonFormException(type.getName(), "has no JSON form", USE_A_RECORD);
        }
        if (type.isAnnotationPresent(JsonbTypeSerializer.class)
                || type.isAnnotationPresent(JsonbTypeDeserializer.class)
                || type.isAnnotationPresent(JsonbTypeAdapter.class)) {
            throw new NoJsonFormException(
                    type.getName(),
                    "has a JSON-B serializer, deserializer or adapter on its class, whose form cannot be known",
                    "Put @JsonbTypeAdapter on the properties of this type, or use a record.");
        }
        if (type.isAnnotationPresent(JsonbTypeInfo.class)) {
            return unions.annotated(type, type.getAnnotation(JsonbTypeInfo.class));
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            if (type.isSealed()) {
                return unions.sealed(type);
            }
            throw new NoJsonFormException(
                    type.getName(),
                    "is open: its subtypes are not known",
                    "Seal it, name the subtypes with @JsonbTypeInfo, or use a record.");
        }
        return properties.read(type);
    }

    /** By its fields, which stand in the class file as declared: the constants themselves would run its initialiser. */
    private static TypeDefinition enumeration(Class<?> type) {
        var constants = Arrays.stream(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .toList();
        return new TypeDefinition.EnumType(
                type,
                constants.stream().map(Field::getName).toList(),
                constants.stream()
                        .filter(constant -> constant.isAnnotationPresent(Deprecated.class))
                        .map(Field::getName)
                        .collect(Collectors.toSet()));
    }

    private static boolean isPlatform(Class<?> type) {
        var name = type.getName();
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jakarta.");
    }
}
