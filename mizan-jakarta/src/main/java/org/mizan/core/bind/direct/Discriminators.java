package org.mizan.core.bind.direct;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.type.JavaObject;

/**
 * Adds what tells the subtypes of a sealed type apart to what JSON-B wrote of a value.
 *
 * <p>Walks the value beside its JSON, so accessors on the way to a sealed type are called a second time; where the two
 * do not match, the JSON stays as it is, and the writer refuses it. Thread-safe.
 */
public final class Discriminators {
    private final Registry registry;
    private final JsonProvider json;
    private final Holders holders;
    private final Map<Class<?>, JavaObject> objects = new ConcurrentHashMap<>();

    /** Creates it for the types of a registry. */
    public Discriminators(Registry registry, JsonProvider json) {
        this.registry = registry;
        this.json = json;
        this.holders = new Holders(
                registry.types(),
                definition -> definition instanceof TypeDefinition.UnionType union && !union.annotated());
    }

    /** The JSON with discriminators. */
    public JsonValue added(TypeModel type, JsonValue written, @Nullable Object value) {
        var present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present == null || !holders.has(type)) {
            return written;
        }
        var required = type.required();
        if (required instanceof TypeModel.Sequence sequence && written instanceof JsonArray array) {
            return sequence(sequence, array, present);
        }
        if (!(written instanceof JsonObject object)) {
            return written;
        }
        if (required instanceof TypeModel.Dictionary dictionary && present instanceof Map<?, ?> map) {
            return dictionary(dictionary, object, map);
        }
        return required instanceof TypeModel.Named named ? named(named, object, present) : written;
    }

    private JsonValue sequence(TypeModel.Sequence type, JsonArray written, Object value) {
        var elements = elements(value);
        if (elements.size() != written.size()) {
            return written;
        }
        var array = json.createArrayBuilder();
        for (int i = 0; i < elements.size(); i++) {
            array.add(added(type.element(), written.get(i), elements.get(i)));
        }
        return array.build();
    }

    private static List<@Nullable Object> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        var elements = new ArrayList<@Nullable Object>();
        if (value.getClass().isArray()) {
            IntStream.range(0, Array.getLength(value)).forEach(i -> elements.add(Array.get(value, i)));
        }
        return elements;
    }

    private JsonValue dictionary(TypeModel.Dictionary type, JsonObject written, Map<?, ?> map) {
        var byKey = new HashMap<String, @Nullable Object>();
        map.forEach((key, value) ->
                byKey.put(key instanceof Enum<?> constant ? constant.name() : String.valueOf(key), value));
        var object = json.createObjectBuilder();
        written.forEach((key, value) -> object.add(key, added(type.value(), value, byKey.get(key))));
        return object.build();
    }

    private JsonValue named(TypeModel.Named type, JsonObject written, Object value) {
        var definition = registry.types().get(type.type());
        if (definition instanceof TypeDefinition.ObjectType object) {
            return members(object, type, written, value);
        }
        if (definition instanceof TypeDefinition.UnionType union) {
            for (Class<?> at = value.getClass(); at != null; at = at.getSuperclass()) {
                for (var alternative : union.alternatives().entrySet()) {
                    if (alternative.getValue().type() == at) {
                        return alternative(union, type, alternative.getKey(), written, value);
                    }
                }
            }
        }
        return written;
    }

    private JsonValue alternative(
            TypeDefinition.UnionType union, TypeModel.Named type, String name, JsonObject written, Object value) {
        var alternative = union.alternatives().get(name);
        if (alternative == null) {
            return written;
        }
        var members = named((TypeModel.Named) alternative.with(union.bind(type.arguments())), written, value);
        return union.annotated() || !(members instanceof JsonObject object)
                ? members
                : json.createObjectBuilder(object)
                        .add(union.discriminator(), name)
                        .build();
    }

    private JsonValue members(
            TypeDefinition.ObjectType definition, TypeModel.Named type, JsonObject written, Object value) {
        var arguments = definition.bind(type.arguments());
        var java = objects.computeIfAbsent(definition.type(), JavaObject::of);
        var object = json.createObjectBuilder(written);
        for (var property : definition.properties().values()) {
            var member = written.get(property.name());
            var memberType = property.type().with(arguments);
            if (property.read() && member != null && holders.has(memberType)) {
                object.add(property.name(), added(memberType, member, java.read(value, property.name())));
            }
        }
        return object.build();
    }
}
