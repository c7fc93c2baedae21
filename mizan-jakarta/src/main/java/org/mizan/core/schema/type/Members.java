package org.mizan.core.schema.type;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.TypeModel;

/**
 * Finds the properties of a class by their Java names.
 *
 * <p>As Yasson does: whatever is called {@code get…}, {@code is…} or {@code set…} is an accessor, in a record it keeps
 * its whole name; default methods of interfaces count, and annotations of interface methods too.
 */
final class Members {
    private final TypeReader types;

    Members(TypeReader types) {
        this.types = types;
    }

    /** All properties, inherited ones too, also those that are neither read nor written. */
    SortedMap<String, Member> of(Class<?> type, Map<String, TypeModel> variables) {
        var members = new TreeMap<String, Member>();
        for (var field : type.getDeclaredFields()) {
            if (!field.isSynthetic()) {
                member(members, field.getName()).field(part(field, variables));
            }
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isBridge())
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method -> accessor(type, method, variables, members));
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                member(members, component.getName()).component(component);
            }
        }
        interfaces(type, variables, members);
        var parent = type.getSuperclass();
        if (parent != null && parent != Object.class) {
            of(parent, bindings(type.getAnnotatedSuperclass(), parent, variables))
                    .forEach((name, inherited) -> member(members, name).inherit(inherited));
        }
        return members;
    }

    private static Member member(Map<String, Member> members, String name) {
        return members.computeIfAbsent(name, n -> new Member());
    }

    private static Member.Part part(Field field, Map<String, TypeModel> variables) {
        return new Member.Part(List.of(field), field.getAnnotatedType(), field.getModifiers(), false, variables);
    }

    private static Member.Part part(Method method, Map<String, TypeModel> variables) {
        return method.getParameterCount() == 0
                ? new Member.Part(
                        List.of(method),
                        method.getAnnotatedReturnType(),
                        method.getModifiers(),
                        method.isDefault(),
                        variables)
                : new Member.Part(
                        List.of(method, method.getParameters()[0]),
                        method.getAnnotatedParameterTypes()[0],
                        method.getModifiers(),
                        method.isDefault(),
                        variables);
    }

    private static void accessor(
            Class<?> type, Method method, Map<String, TypeModel> variables, Map<String, Member> members) {
        boolean component = type.isRecord()
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && members.containsKey(method.getName());
        if (!component && !isGetter(method) && !isSetter(method)) {
            return;
        }
        var name = type.isRecord() ? method.getName() : property(method);
        var member = member(members, name);
        var part = part(method, variables);
        if (isSetter(method)) {
            refuseChance(type, name, "setters", member.setter(), part);
            member.setter(part);
        } else {
            refuseChance(type, name, "getters", member.getter(), part);
            member.getter(part);
        }
    }

    private static void refuseChance(
            Class<?> type, String name, String what, Member.@Nullable Part first, Member.Part second) {
        if (first != null && !first.type().getType().equals(second.type().getType())) {
            throw new NoJsonFormException(
                    type.getName() + "." + name,
                    "has several " + what + " of different types, of which JSON-B takes any",
                    "Keep one, or hide the property with @JsonbTransient on its field and use a record.");
        }
    }

    private void interfaces(Class<?> type, Map<String, TypeModel> variables, Map<String, Member> members) {
        var annotated = type.getAnnotatedInterfaces();
        for (int i = 0; i < annotated.length; i++) {
            var implemented = type.getInterfaces()[i];
            boolean adds = Arrays.stream(implemented.getMethods())
                    .anyMatch(method -> method.isDefault() && (isGetter(method) || isSetter(method)));
            var bound = adds ? bindings(annotated[i], implemented, variables) : Map.<String, TypeModel>of();
            Arrays.stream(implemented.getDeclaredMethods())
                    .filter(method -> !method.isBridge() && (isGetter(method) || isSetter(method)))
                    .sorted(Comparator.comparing(Method::toString))
                    .forEach(method -> implemented(method, bound, members));
            interfaces(implemented, bound, members);
        }
    }

    /** A default method stands in for what the class does not declare; annotations are handed on either way. */
    private static void implemented(Method method, Map<String, TypeModel> variables, Map<String, Member> members) {
        var name = property(method);
        var member = method.isDefault() ? member(members, name) : members.get(name);
        if (member == null) {
            return;
        }
        var own = isSetter(method) ? member.setter() : member.getter();
        var part = own == null && method.isDefault() ? part(method, variables) : own == null ? null : own.with(method);
        if (part != null && isSetter(method)) {
            member.setter(part);
        } else if (part != null) {
            member.getter(part);
        }
    }

    private Map<String, TypeModel> bindings(AnnotatedType use, Class<?> parent, Map<String, TypeModel> variables) {
        var bound = new HashMap<String, TypeModel>();
        if (use instanceof AnnotatedParameterizedType parameterized) {
            var arguments = parameterized.getAnnotatedActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                bound.put(parent.getTypeParameters()[i].getName(), types.read(arguments[i], variables));
            }
        }
        return bound;
    }

    private static boolean isGetter(Method method) {
        return (method.getName().startsWith("get") || method.getName().startsWith("is"))
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !property(method).isEmpty();
    }

    private static boolean isSetter(Method method) {
        return method.getName().startsWith("set")
                && method.getParameterCount() == 1
                && !property(method).isEmpty();
    }

    private static String property(Method method) {
        var name = method.getName().substring(method.getName().startsWith("is") ? 2 : 3);
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Naming.decapitalised(name);
    }
}
