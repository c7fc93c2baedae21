package org.mizan.core.bind;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.direct.ObjectMaker;
import org.mizan.core.schema.JavaTypes;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeModel;

/** Makes the Java value of one argument. Thread-safe. */
final class ValueBinder {
    private final JsonMapper mapper;
    private final JsonChecker checker;
    private final ObjectMaker maker;

    ValueBinder(Registry registry, JsonMapper mapper) {
        this.mapper = mapper;
        this.checker = new JsonChecker(registry);
        this.maker = new ObjectMaker(registry, mapper.provider(), this::wrapped);
    }

    /** The value that JSON stands for; never of the type's Optional, which {@link #wrap} adds. */
    @Nullable
    Object fromJson(TypeModel type, Type javaType, JsonValue json, String path) {
        if (json == JsonValue.NULL && type instanceof TypeModel.OrNull) {
            return null;
        }
        checker.check(type, json, path);
        if (!maker.makes(type)) {
            return present(type, javaType, json, path);
        }
        try {
            return maker.make(type.required(), JavaTypes.present(javaType), json, path);
        } catch (BindException e) {
            throw e;
        } catch (RuntimeException e) { // what a constructor or setter throws at bad values
            throw new BindException(path, "cannot be read");
        }
    }

    private @Nullable Object wrapped(TypeModel type, Type javaType, JsonValue json, String path) {
        boolean none = json == JsonValue.NULL && type instanceof TypeModel.OrNull;
        return wrap(javaType, none ? null : present(type, javaType, json, path));
    }

    private Object present(TypeModel type, Type javaType, JsonValue json, String path) {
        var present = type.required();
        if (present instanceof TypeModel.Scalar scalar) {
            return scalar(scalar.kind(), javaType, json, path);
        }
        if (present instanceof TypeModel.Named named && named.type().isEnum()) {
            return TextValues.read(present, ((JsonString) json).getString(), path);
        }
        try {
            return mapper.jsonb().fromJson(json.toString(), JavaTypes.present(javaType));
        } catch (RuntimeException e) { // JSON-B's own, and what a constructor or adapter throws at bad values
            throw new BindException(path, "cannot be read");
        }
    }

    private static Object scalar(ScalarKind kind, Type javaType, JsonValue json, String path) {
        return switch (kind.json()) {
            case BOOLEAN -> json == JsonValue.TRUE;
            case STRING -> fitting(ScalarReader.read(kind, ((JsonString) json).getString(), path), javaType, path);
            case NUMBER -> number(kind, (JsonNumber) json, path);
            case ANY -> {
                if (!JavaTypes.raw(JavaTypes.present(javaType)).isInstance(json)) {
                    throw new BindException(path, "is another kind of JSON value than the function takes");
                }
                yield json;
            }
        };
    }

    /** The value of a scalar's text, unless the Java type takes fewer than its kind: a ZoneOffset is no region. */
    static Object fitting(Object value, Type javaType, String path) {
        if (value instanceof ZoneId
                && !JavaTypes.raw(JavaTypes.present(javaType)).isInstance(value)) {
            throw new BindException(path, "expects the offset of a time zone");
        }
        return value;
    }

    private static Object number(ScalarKind kind, JsonNumber json, String path) {
        if (kind == ScalarKind.DOUBLE) {
            return json.doubleValue();
        }
        return kind == ScalarKind.FLOAT
                ? (Object) json.bigDecimalValue().floatValue()
                : ScalarReader.read(kind, json.toString(), path);
    }

    /** The value as the Java parameter takes it: in its Optional, if it is one. */
    static @Nullable Object wrap(Type javaType, @Nullable Object value) {
        var raw = JavaTypes.raw(javaType);
        if (raw == Optional.class) {
            return Optional.ofNullable(value);
        }
        if (raw == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
        }
        if (raw == OptionalLong.class) {
            return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
        }
        if (raw == OptionalDouble.class) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
        }
        return value;
    }
}
