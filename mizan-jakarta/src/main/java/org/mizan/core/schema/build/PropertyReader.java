package org.mizan.core.schema.build;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.JsonText;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Finds the properties of records and beans, as JSON-B's defaults see them. */
final class PropertyReader {
    private final TypeReader types;

    PropertyReader(TypeReader types) {
        this.types = types;
    }

    /** One property while its parts are found. */
    private static final class Draft {
        private final List<AnnotatedElement> elements = new ArrayList<>();
        private final Map<String, TypeModel> variables;
        private @Nullable AnnotatedType type;
        private boolean read;
        private boolean written;

        private Draft(Map<String, TypeModel> variables) {
            this.variables = variables;
        }

        private void add(AnnotatedElement element, AnnotatedType partType) {
            elements.add(element);
            if (type == null) {
                type = partType;
            }
        }

        private <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
            for (var element : elements) {
                var found = element.getAnnotation(annotation);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }

    TypeDefinition.ObjectType read(Class<?> type) {
        var variables = new HashMap<String, TypeModel>();
        var names = new ArrayList<String>();
        for (var parameter : type.getTypeParameters()) {
            variables.put(parameter.getName(), new TypeModel.Variable(parameter.getName()));
            names.add(parameter.getName());
        }
        var drafts = new TreeMap<String, Draft>();
        if (type.isRecord()) {
            components(type, variables, drafts);
        } else {
            members(type, variables, drafts);
        }
        var properties = new TreeMap<String, TypeDefinition.Property>();
        drafts.forEach((name, draft) -> {
            if ((draft.read || draft.written) && draft.annotation(JsonbTransient.class) == null) {
                var property = property(type, name, draft);
                properties.put(property.name(), property);
            }
        });
        if (properties.isEmpty() && !type.isRecord()) {
            throw new NoJsonFormException(
                    type.getName(), "has no public property", "Use a record, or give it public getters.");
        }
        return new TypeDefinition.ObjectType(type, names, properties);
    }

    private static void components(Class<?> type, Map<String, TypeModel> variables, Map<String, Draft> drafts) {
        for (var component : type.getRecordComponents()) {
            var draft = drafts.computeIfAbsent(component.getName(), name -> new Draft(variables));
            draft.add(component, component.getAnnotatedType());
            draft.add(component.getAccessor(), component.getAnnotatedType());
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> field.getName().equals(component.getName()))
                    .forEach(field -> draft.add(field, component.getAnnotatedType()));
            draft.read = true;
            draft.written = true;
        }
    }

    private void members(Class<?> type, Map<String, TypeModel> variables, Map<String, Draft> drafts) {
        for (var method : type.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.isSynthetic() || !isPublic(method.getModifiers())) {
                continue;
            }
            if (isGetter(method)) {
                var draft = drafts.computeIfAbsent(property(method), name -> new Draft(variables));
                draft.add(method, method.getAnnotatedReturnType());
                draft.read = true;
            } else if (isSetter(method)) {
                var draft = drafts.computeIfAbsent(property(method), name -> new Draft(variables));
                draft.add(method, method.getAnnotatedParameterTypes()[0]);
                draft.written = true;
            }
        }
        for (var field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers) || field.isSynthetic()) {
                continue;
            }
            var draft = drafts.computeIfAbsent(field.getName(), name -> new Draft(variables));
            draft.add(field, field.getAnnotatedType());
            draft.read |= isPublic(modifiers);
            draft.written |= isPublic(modifiers) && !Modifier.isFinal(modifiers);
        }
        var parent = type.getSuperclass();
        if (parent != null && parent != Object.class) {
            members(parent, inherited(type, variables), drafts);
        }
    }

    private Map<String, TypeModel> inherited(Class<?> type, Map<String, TypeModel> variables) {
        var bound = new HashMap<String, TypeModel>();
        if (type.getAnnotatedSuperclass() instanceof AnnotatedParameterizedType parent) {
            var arguments = parent.getAnnotatedActualTypeArguments();
            var parameters = type.getSuperclass().getTypeParameters();
            for (int i = 0; i < arguments.length; i++) {
                bound.put(parameters[i].getName(), types.read(arguments[i], variables));
            }
        }
        return bound;
    }

    private TypeDefinition.Property property(Class<?> owner, String name, Draft draft) {
        if (draft.annotation(JsonbTypeSerializer.class) != null
                || draft.annotation(JsonbTypeDeserializer.class) != null) {
            throw new NoJsonFormException(
                    owner.getSimpleName() + "." + name,
                    "has a JSON-B serializer or deserializer, whose form cannot be known",
                    "Use @JsonbTypeAdapter, which names the type it adapts to.");
        }
        var renamed = draft.annotation(JsonbProperty.class);
        var wireName = renamed == null || renamed.value().isEmpty() ? name : renamed.value();
        try {
            return new TypeDefinition.Property(wireName, type(draft), draft.read, draft.written);
        } catch (NoJsonFormException e) {
            throw e.in(owner, name);
        }
    }

    private TypeModel type(Draft draft) {
        var elements = draft.elements.toArray(AnnotatedElement[]::new);
        var adapter = draft.annotation(JsonbTypeAdapter.class);
        if (adapter != null) {
            return Adapted.type(adapter.value(), types);
        }
        if (draft.type == null) {
            throw new IllegalStateException("a property without a part");
        }
        var type = types.read(draft.type, draft.variables, elements);
        if (draft.annotation(JsonbDateFormat.class) != null || draft.annotation(JsonbNumberFormat.class) != null) {
            TypeModel text = new TypeModel.Scalar(ScalarKind.STRING);
            return type instanceof TypeModel.OrNull ? text.orNull() : text;
        }
        return draft.annotation(JsonText.class) == null ? type : asText(type);
    }

    static TypeModel asText(TypeModel type) {
        if (!type.required().equals(new TypeModel.Scalar(ScalarKind.LONG))) {
            throw new NoJsonFormException(type.toString(), "is no long", "Use @JsonText on long and Long only.");
        }
        TypeModel text = new TypeModel.Scalar(ScalarKind.LONG_TEXT);
        return type instanceof TypeModel.OrNull ? text.orNull() : text;
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers);
    }

    private static boolean isGetter(Method method) {
        var name = method.getName();
        boolean named = name.startsWith("get") && name.length() > 3
                || name.startsWith("is") && name.length() > 2 && method.getReturnType() == boolean.class;
        return named && method.getParameterCount() == 0 && method.getReturnType() != void.class;
    }

    private static boolean isSetter(Method method) {
        return method.getName().startsWith("set") && method.getName().length() > 3 && method.getParameterCount() == 1;
    }

    private static String property(Method method) {
        var name = method.getName().substring(method.getName().startsWith("is") ? 2 : 3);
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Naming.decapitalised(name);
    }

    /** The type that an adapter turns a property into. */
    private static final class Adapted {
        private static TypeModel type(Class<?> adapter, TypeReader types) {
            for (Class<?> at = adapter; at != null; at = at.getSuperclass()) {
                for (var implemented : at.getAnnotatedInterfaces()) {
                    if (implemented instanceof AnnotatedParameterizedType parameterized
                            && org.mizan.core.bind.JavaTypes.raw(parameterized.getType()) == JsonbAdapter.class) {
                        return types.read(parameterized.getAnnotatedActualTypeArguments()[1]);
                    }
                }
            }
            throw new NoJsonFormException(
                    adapter.getName(),
                    "does not say what it adapts to",
                    "Implement JsonbAdapter<Own, Adapted> directly.");
        }
    }
}
