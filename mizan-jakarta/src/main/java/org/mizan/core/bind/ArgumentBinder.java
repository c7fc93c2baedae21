package org.mizan.core.bind;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.protocol.BadParameterException;
import org.mizan.core.protocol.Names;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeModel;

/**
 * Binds the arguments of functions and contexts: from the JSON of a call (PROTOCOL §3: nothing is coerced), from a
 * query string or form (§4: text is read by the declared type), or from several sources at once.
 *
 * <p>Unknown names, missing required ones and values that do not fit are refused with the parameter's name. Thread-safe.
 */
public final class ArgumentBinder {
    private final ValueBinder values;
    private final JsonProvider json;

    /** Creates a binder for the types of a registry. */
    public ArgumentBinder(Registry registry, JsonMapper mapper) {
        this.values = new ValueBinder(registry, mapper);
        this.json = mapper.provider();
    }

    /**
     * Binds the {@code args} of a call.
     *
     * @throws BadParameterException for the first that does not bind
     */
    public Arguments bind(Collection<ParameterModel> parameters, JsonObject args) {
        return bind(parameters, Map.of(), args);
    }

    /**
     * Binds the text of a query.
     *
     * @throws BadParameterException for the first that does not bind
     */
    public Arguments bind(Collection<ParameterModel> parameters, Map<String, List<String>> query) {
        return bind(parameters, query, JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * Binds text and JSON together.
     *
     * @throws BadParameterException for the first that does not bind, or that is in both
     */
    public Arguments bind(Collection<ParameterModel> parameters, Map<String, List<String>> texts, JsonObject args) {
        refuseUnknown(parameters, texts.keySet());
        refuseUnknown(parameters, args.keySet());
        SortedMap<String, Object> bound = new TreeMap<>();
        for (var parameter : parameters) {
            var value = value(parameter, texts.get(parameter.name()), args.get(parameter.name()));
            var present = value == null ? parameter.defaultValue() : value;
            if (present != null) {
                bound.put(parameter.name(), present);
            } else if (parameter.required()) {
                throw new BadParameterException(parameter.name(), "is required");
            }
        }
        return new Arguments(bound);
    }

    private static void refuseUnknown(Collection<ParameterModel> parameters, Collection<String> names) {
        for (var name : names) {
            if (!has(parameters, name)) {
                throw new BadParameterException(Names.isName(name) ? name : "?", "is not known");
            }
        }
    }

    private static boolean has(Collection<ParameterModel> parameters, String name) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object value(ParameterModel parameter, @Nullable List<String> texts, @Nullable JsonValue json) {
        try {
            if (texts != null && json != null) {
                throw new BindException(parameter.name(), "is given twice");
            }
            if (texts != null) {
                return fromText(parameter, texts);
            }
            if (json == null || (json == JsonValue.NULL && !parameter.required())) {
                return null;
            }
            return values.fromJson(parameter.type(), parameter.javaType(), json, parameter.name());
        } catch (BindException e) {
            throw new BadParameterException(e.path(), e.problem());
        }
    }

    /**
     * The value of a parameter's texts.
     *
     * @throws BindException when they do not fit
     */
    public @Nullable Object fromText(ParameterModel parameter, List<String> texts) {
        var type = parameter.type().required();
        if (!(type instanceof TypeModel.Sequence sequence)) {
            if (texts.size() != 1) {
                throw new BindException(parameter.name(), "is given more than once");
            }
            return ValueBinder.fitting(
                    TextValues.read(type, texts.get(0), parameter.name()), parameter.javaType(), parameter.name());
        }
        var array = json.createArrayBuilder();
        texts.forEach(element -> array.add(element(sequence.element(), element, parameter.name())));
        return values.fromJson(parameter.type(), parameter.javaType(), array.build(), parameter.name());
    }

    private JsonValue element(TypeModel type, String text, String path) {
        var value = TextValues.read(type, text, path);
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (type.required() instanceof TypeModel.Scalar scalar && scalar.kind().json() == ScalarKind.Json.NUMBER) {
            return scalar.kind().isInteger()
                    ? json.createValue(((Number) value).longValue())
                    : json.createValue(((Number) value).doubleValue());
        }
        return json.createValue(text);
    }
}
