package org.mizan.core.schema.type;

import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.TypeModel;

/**
 * The parts of a class that JSON-B uses, for what has to be made or read without it. Thread-safe once made.
 *
 * <p>Exceptions of constructors and accessors come out in an {@link IllegalStateException}.
 */
public final class JavaObject {
    private static final List<Class<? extends Annotation>> CUSTOMISATIONS =
            List.of(JsonbTypeAdapter.class, JsonbDateFormat.class, JsonbNumberFormat.class);

    private final Class<?> type;
    private final @Nullable Executable creator;
    /** The creator's parameters in their order, by the name of the member that each takes. */
    private final Map<String, Type> parameters = new LinkedHashMap<>();

    private final Map<String, AnnotatedElement> readers = new HashMap<>();
    private final Map<String, AnnotatedElement> writers = new HashMap<>();
    private final SortedSet<String> customised = new TreeSet<>();

    private JavaObject(Class<?> type) {
        this.type = type;
        this.creator = Creator.of(type).orElse(null);
    }

    /** Reads a class whose definition has been read before. */
    public static JavaObject of(Class<?> type) {
        var object = new JavaObject(type);
        var variables = new HashMap<String, TypeModel>();
        for (var parameter : type.getTypeParameters()) {
            variables.put(parameter.getName(), new TypeModel.Variable(parameter.getName()));
        }
        object.parameters();
        new Members(new TypeReader()).of(type, variables).forEach(object::member);
        return object;
    }

    private void parameters() {
        if (creator == null) {
            return;
        }
        var types = creator.getGenericParameterTypes();
        for (int i = 0; i < creator.getParameterCount(); i++) {
            var name = Creator.name(creator.getParameters()[i]);
            parameters.put(name, types[i]);
            if (isCustomised(creator.getParameters()[i])) {
                customised.add(name);
            }
        }
    }

    private void member(String name, Member member) {
        if (member.isRead()) {
            readers.put(member.readName(name), member.read().elements().get(0));
        }
        var written = member.writtenName(name);
        if (member.isWritten() && !parameters.containsKey(written)) {
            writers.put(written, member.written().elements().get(0));
        }
        boolean used = writers.containsKey(written) || parameters.containsKey(written);
        if (used && Stream.of(member.elements()).anyMatch(JavaObject::isCustomised)) {
            customised.add(written);
        }
    }

    private static boolean isCustomised(AnnotatedElement element) {
        return CUSTOMISATIONS.stream().anyMatch(element::isAnnotationPresent);
    }

    /** The properties that are read in but have a form of their own, which JSON-B alone knows. */
    public SortedSet<String> customised() {
        return customised;
    }

    /** The Java type of a property that is read in, with the variables of its class. */
    public Type type(String property) {
        var parameter = parameters.get(property);
        if (parameter != null) {
            return parameter;
        }
        var writer = writers.get(property);
        if (writer instanceof Field field) {
            return field.getGenericType();
        }
        if (writer instanceof Method setter) {
            return setter.getGenericParameterTypes()[0];
        }
        throw new IllegalStateException(type.getName() + " has no property " + property + " that can be set");
    }

    /** The value of a property that is written. */
    public @Nullable Object read(Object object, String property) {
        var reader = readers.get(property);
        if (reader instanceof Field field) {
            return run(field, () -> field.get(object));
        }
        return reader instanceof Method getter ? run(getter, () -> getter.invoke(object)) : null;
    }

    /** A new object of values by property; what is left out is what JSON-B makes of it. */
    public Object make(Map<String, @Nullable Object> values) {
        var object = creator == null ? created() : created(creator, values);
        values.forEach((name, value) -> {
            var writer = writers.get(name);
            if (writer instanceof Field field) {
                run(field, () -> {
                    field.set(object, value);
                    return object;
                });
            } else if (writer instanceof Method setter) {
                run(setter, () -> setter.invoke(object, value));
            }
        });
        return object;
    }

    private Object created() {
        try {
            var constructor = type.getDeclaredConstructor();
            return made(run(constructor, constructor::newInstance));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no constructor without parameters", e);
        }
    }

    private Object created(Executable by, Map<String, @Nullable Object> values) {
        var arguments = new @Nullable Object[parameters.size()];
        int at = 0;
        for (var name : parameters.keySet()) {
            var parameterType = by.getParameterTypes()[at];
            arguments[at++] = values.containsKey(name) ? values.get(name) : absent(parameterType);
        }
        return made(run(
                by,
                () -> by instanceof Constructor<?> constructor
                        ? constructor.newInstance(arguments)
                        : ((Method) by).invoke(null, arguments)));
    }

    private Object made(@Nullable Object object) {
        if (object == null) {
            throw new IllegalStateException("the creator of " + type.getName() + " made null");
        }
        return object;
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        if (type == OptionalDouble.class) {
            return OptionalDouble.empty();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private interface Access {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }

    private static @Nullable Object run(AccessibleObject element, Access access) {
        if (!element.trySetAccessible()) {
            throw new IllegalStateException(element + " is not accessible");
        }
        try {
            return access.run();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(element + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(element + " is not accessible", e);
        }
    }
}
