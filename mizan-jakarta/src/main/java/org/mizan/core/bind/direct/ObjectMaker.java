package org.mizan.core.bind.direct;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.type.ArgumentTypes;
import org.mizan.core.schema.type.JavaObject;

/** Makes the values that JSON-B cannot, of JSON that has been checked against its type. Thread-safe. */
public final class ObjectMaker {

    /** Makes the values that JSON-B can. */
    @FunctionalInterface
    public interface Plain {
        /** The value of checked JSON, as the Java type has it: in its Optional, if it is one. */
        @Nullable
        Object make(TypeModel type, Type javaType, JsonValue value, String path);
    }

    private final Registry registry;
    private final JsonProvider json;
    private final Plain plain;
    private final Holders holders;
    private final Map<Class<?>, JavaObject> objects = new ConcurrentHashMap<>();

    /** Creates one for the types of a registry. */
    public ObjectMaker(Registry registry, JsonProvider json, Plain plain) {
        this.registry = registry;
        this.json = json;
        this.plain = plain;
        this.holders = new Holders(registry.types(), ArgumentTypes::isMadeDirectly);
    }

    /** Whether values of the type are made here. */
    public boolean makes(TypeModel type) {
        return holders.has(type);
    }

    /**
     * The value.
     *
     * @throws RuntimeException what a constructor or setter, or JSON-B for some part, threw at it
     */
    public @Nullable Object make(TypeModel type, Type javaType, JsonValue value, String path) {
        var java = JavaTypes.with(javaType, Map.of());
        if (!makes(type)) {
            return plain.make(type, java, value, path);
        }
        if (JavaTypes.raw(java) == Optional.class) {
            return value == JsonValue.NULL
                    ? Optional.empty()
                    : Optional.ofNullable(make(type.required(), JavaTypes.present(java), value, path));
        }
        if (value == JsonValue.NULL) {
            return null;
        }
        var required = type.required();
        if (required instanceof TypeModel.Sequence sequence) {
            return sequence(sequence, java, value.asJsonArray(), path);
        }
        return required instanceof TypeModel.Dictionary dictionary
                ? dictionary(dictionary, java, value.asJsonObject(), path)
                : named((TypeModel.Named) required, java, value.asJsonObject(), path);
    }

    private @Nullable Object sequence(TypeModel.Sequence type, Type java, JsonArray values, String path) {
        var raw = JavaTypes.raw(java);
        if (raw.isArray()) {
            var component = java instanceof GenericArrayType generic
                    ? generic.getGenericComponentType()
                    : raw.getComponentType();
            var array = Array.newInstance(raw.getComponentType(), values.size());
            for (int i = 0; i < values.size(); i++) {
                Array.set(array, i, make(type.element(), component, values.get(i), path + "[" + i + "]"));
            }
            return array;
        }
        var element = argument(java, Collection.class, 0);
        @SuppressWarnings("unchecked") // JSON-B made it of the declared type
        var collection =
                (@Nullable Collection<@Nullable Object>) plain.make(type, raw, JsonValue.EMPTY_JSON_ARRAY, path);
        if (collection != null) {
            for (int i = 0; i < values.size(); i++) {
                collection.add(make(type.element(), element, values.get(i), path + "[" + i + "]"));
            }
        }
        return collection;
    }

    private @Nullable Object dictionary(TypeModel.Dictionary type, Type java, JsonObject values, String path) {
        var key = JavaTypes.raw(argument(java, Map.class, 0));
        var element = argument(java, Map.class, 1);
        @SuppressWarnings("unchecked") // JSON-B made it of the declared type
        var map = (@Nullable Map<Object, @Nullable Object>)
                plain.make(type, JavaTypes.raw(java), JsonValue.EMPTY_JSON_OBJECT, path);
        if (map != null) {
            values.forEach((name, value) -> map.put(key(key, name), make(type.value(), element, value, path + "[*]")));
        }
        return map;
    }

    private static Type argument(Type java, Class<?> container, int index) {
        var variable = container.getTypeParameters()[index];
        return JavaTypes.variables(java).getOrDefault(variable, variable);
    }

    private static Object key(Class<?> type, String name) {
        if (type == Integer.class) {
            return Integer.valueOf(name);
        }
        if (type == Long.class) {
            return Long.valueOf(name);
        }
        for (var constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return name;
    }

    private @Nullable Object named(TypeModel.Named type, Type java, JsonObject value, String path) {
        var definition = registry.types().get(type.type());
        if (!(definition instanceof TypeDefinition.UnionType union)) {
            if (definition instanceof TypeDefinition.ObjectType object) {
                return object(object, type, java, value, path);
            }
            throw new IllegalStateException(type + " is not in the registry");
        }
        var alternative = union.alternative(value.getString(union.discriminator()))
                .orElseThrow(() -> new IllegalStateException(path + " was not checked"));
        var members =
                json.createObjectBuilder(value).remove(union.discriminator()).build();
        return make(
                alternative.with(union.bind(type.arguments())),
                subtype(alternative.type(), union, java),
                members,
                path);
    }

    private static Type subtype(Class<?> alternative, TypeDefinition.UnionType union, Type java) {
        List<Type> arguments = java instanceof ParameterizedType parameterized
                ? List.of(parameterized.getActualTypeArguments())
                : List.of();
        return JavaTypes.of(
                alternative,
                JavaTypes.parametersOf(union.type(), alternative).stream()
                        .map(arguments::get)
                        .toList());
    }

    private Object object(
            TypeDefinition.ObjectType definition, TypeModel.Named type, Type java, JsonObject value, String path) {
        var object = objects.computeIfAbsent(definition.type(), JavaObject::of);
        var arguments = definition.bind(type.arguments());
        var variables = JavaTypes.variables(java);
        var values = new HashMap<String, @Nullable Object>();
        for (var property : definition.properties().values()) {
            var member = value.get(property.name());
            if (property.written() && member != null) {
                values.put(
                        property.name(),
                        make(
                                property.type().with(arguments),
                                JavaTypes.with(object.type(property.name()), variables),
                                member,
                                path + "." + property.name()));
            }
        }
        return object.make(values);
    }
}
