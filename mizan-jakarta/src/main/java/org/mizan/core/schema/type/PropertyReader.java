package org.mizan.core.schema.type;

import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.annotation.JsonbVisibility;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.JsonText;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeDefinition;
import org.mizan.core.schema.TypeModel;

/** Makes the properties of a record or bean of its members and of the parameters of its creator. */
final class PropertyReader {
    private final TypeReader types;
    private final Members members;

    PropertyReader(TypeReader types) {
        this.types = types;
        this.members = new Members(types);
    }

    TypeDefinition.ObjectType read(Class<?> type) {
        refuseHidden(type);
        var variables = new HashMap<String, TypeModel>();
        var names = new ArrayList<String>();
        for (var parameter : type.getTypeParameters()) {
            variables.put(parameter.getName(), new TypeModel.Variable(parameter.getName()));
            names.add(parameter.getName());
        }
        var properties = new Reading(type, members.of(type, variables), variables).properties();
        if (properties.isEmpty() && !type.isRecord()) {
            throw new NoJsonFormException(
                    type.getName(), "has no public property", "Use a record, or give it public getters.");
        }
        return new TypeDefinition.ObjectType(type, names, properties);
    }

    private static void refuseHidden(Class<?> type) {
        if ((type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0) {
            throw new NoJsonFormException(
                    type.getName(), "is not public, so JSON-B cannot read it", "Make the class public.");
        }
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            var pack = at.getPackage();
            for (var annotation : List.of(JsonbVisibility.class, JsonbDateFormat.class, JsonbNumberFormat.class)) {
                if (at.isAnnotationPresent(annotation) || pack != null && pack.isAnnotationPresent(annotation)) {
                    throw new NoJsonFormException(
                            type.getName(),
                            "has @" + annotation.getSimpleName() + " on its class or package",
                            "Put JSON-B annotations on the single properties.");
                }
            }
        }
    }

    /** One class being read. */
    private final class Reading {
        private final Class<?> owner;
        private final Map<String, Member> found;
        private final Map<String, TypeModel> variables;
        private final Map<String, TypeDefinition.Property> properties = new TreeMap<>();

        Reading(Class<?> owner, Map<String, Member> found, Map<String, TypeModel> variables) {
            this.owner = owner;
            this.found = found;
            this.variables = variables;
        }

        TreeMap<String, TypeDefinition.Property> properties() {
            var created = new HashSet<String>();
            Creator.of(owner).ifPresent(creator -> Arrays.stream(creator.getParameters())
                    .filter(parameter -> !isHidden(parameter))
                    .forEach(parameter -> parameter(parameter, created)));
            found.forEach((name, member) -> member(name, member, created));
            return new TreeMap<>(properties);
        }

        private boolean isHidden(Parameter parameter) {
            var member = found.get(parameter.getName());
            return member != null && member.isWriteHidden();
        }

        private void parameter(Parameter parameter, Set<String> created) {
            var name = Creator.name(parameter);
            var member = found.get(name);
            var executable = parameter.getDeclaringExecutable();
            int index = Arrays.asList(executable.getParameters()).indexOf(parameter);
            var part = new Member.Part(
                    List.of(parameter), executable.getAnnotatedParameterTypes()[index], 0, false, variables);
            var own = new Member();
            own.setter(part);
            if (member != null) {
                own.inherit(member);
            }
            add(name, own, part, false, true);
            created.add(name);
        }

        private void member(String name, Member member, Set<String> created) {
            if (member.isRead()) {
                add(member.readName(name), member, member.read(), true, false);
            }
            var written = member.writtenName(name);
            if (member.isWritten() && !created.contains(written)) {
                add(written, member, member.written(), false, true);
            }
        }

        private void add(String name, Member member, Member.Part part, boolean read, boolean written) {
            TypeModel type;
            try {
                type = type(member, part);
            } catch (NoJsonFormException e) {
                throw e.in(owner, name);
            }
            var other = properties.get(name);
            if (other != null && (other.read() && read || other.written() && written)) {
                throw new NoJsonFormException(
                        owner.getName(),
                        "has two properties that are '" + name + "' in JSON",
                        "Rename one with @JsonbProperty.");
            }
            var constraints = member.constraints();
            boolean deprecated = member.annotation(Deprecated.class) != null;
            if (other != null) {
                constraints.addAll(other.constraints());
                deprecated |= other.deprecated();
                type = merged(name, other, type, read);
            }
            properties.put(
                    name,
                    new TypeDefinition.Property(
                            name,
                            type,
                            read || other != null,
                            written || other != null,
                            List.copyOf(constraints),
                            deprecated));
        }

        private TypeModel merged(String name, TypeDefinition.Property first, TypeModel second, boolean read) {
            if (first.type().equals(second)) {
                return second;
            }
            if (first.type().required().equals(second.required())) {
                return second.orNull();
            }
            throw new NoJsonFormException(
                    owner.getName() + "." + name,
                    "is written as " + (read ? second : first.type()) + " but read in as "
                            + (read ? first.type() : second),
                    "Give the field, getter, setter and creator parameter of a property one type.");
        }

        private TypeModel type(Member member, Member.Part part) {
            if (member.annotation(JsonbTypeSerializer.class) != null
                    || member.annotation(JsonbTypeDeserializer.class) != null) {
                throw new NoJsonFormException(
                        part.type().getType().getTypeName(),
                        "has a JSON-B serializer or deserializer, whose form cannot be known",
                        "Use @JsonbTypeAdapter, which names the type it adapts to.");
            }
            var adapter = member.annotation(JsonbTypeAdapter.class);
            if (adapter != null) {
                return AdaptedType.of(adapter.value(), types);
            }
            var type = types.read(part.type(), part.variables(), member.elements());
            var format = format(member, part);
            if (format != null) {
                return formatted(type, format);
            }
            return member.annotation(JsonText.class) == null ? type : TypeReader.asText(type);
        }

        private @Nullable Class<? extends Annotation> format(Member member, Member.Part part) {
            if (member.has(JsonbDateFormat.class, part)) {
                return JsonbDateFormat.class;
            }
            return member.has(JsonbNumberFormat.class, part) ? JsonbNumberFormat.class : null;
        }

        private static TypeModel formatted(TypeModel type, Class<? extends Annotation> format) {
            if (!(type.required() instanceof TypeModel.Scalar)) {
                throw new NoJsonFormException(
                        type.toString(),
                        "has @" + format.getSimpleName() + ", which is for single values",
                        "Remove it, or put it on a property that is one date or number.");
            }
            TypeModel text = new TypeModel.Scalar(ScalarKind.STRING);
            return type instanceof TypeModel.OrNull ? text.orNull() : text;
        }
    }
}
