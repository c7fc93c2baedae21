package org.mizan.core.schema.type;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.constraint.Constraint;
import org.mizan.core.schema.constraint.ConstraintReader;

/**
 * One property of a class as JSON-B puts it together: of a field, a getter and a setter, each declared here or
 * inherited. Mutable while its parts are found.
 */
final class Member {
    private @Nullable Part field;
    private @Nullable Part getter;
    private @Nullable Part setter;
    private @Nullable AnnotatedElement component;
    private final Set<Constraint> inheritedConstraints = new LinkedHashSet<>();
    private boolean readHidden;
    private boolean writeHidden;

    /**
     * A field or an accessor.
     *
     * @param elements what carries its annotations, the nearest first: itself, then what it implements
     * @param type the field's or the accessor's type
     * @param variables what the type parameters of the declaring class stand for
     */
    record Part(
            List<AnnotatedElement> elements,
            AnnotatedType type,
            int modifiers,
            boolean isDefault,
            Map<String, TypeModel> variables) {

        <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
            return elements.stream()
                    .<@Nullable A>map(element -> element.getAnnotation(annotation))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        Part with(AnnotatedElement implemented) {
            var all = new ArrayList<>(elements);
            all.add(implemented);
            return new Part(all, type, modifiers, isDefault, variables);
        }

        private boolean is(int modifier) {
            return (modifiers & modifier) != 0;
        }
    }

    @Nullable
    Part getter() {
        return getter;
    }

    @Nullable
    Part setter() {
        return setter;
    }

    void field(Part part) {
        field = part;
    }

    void getter(Part part) {
        getter = part;
    }

    void setter(Part part) {
        setter = part;
    }

    /** The record component that the field and the getter belong to. */
    void component(AnnotatedElement of) {
        component = of;
    }

    /** Takes what this class does not declare from the property of the same name of its parent. */
    void inherit(Member parent) {
        field = field == null ? parent.field : field;
        component = component == null ? parent.component : component;
        getter = nearest(getter, parent.getter);
        setter = nearest(setter, parent.setter);
        readHidden |= parent.isReadHidden();
        writeHidden |= parent.isWriteHidden();
        inheritedConstraints.addAll(parent.constraints());
    }

    /** What Bean Validation demands: of the field, of the getter, and of those that they hide or override. */
    Set<Constraint> constraints() {
        var constraints = new LinkedHashSet<Constraint>();
        Stream.of(field, getter)
                .flatMap(Stream::ofNullable)
                .flatMap(part -> part.elements().stream())
                .forEach(element -> constraints.addAll(ConstraintReader.read(type(element), element)));
        constraints.addAll(inheritedConstraints);
        return constraints;
    }

    private static AnnotatedType type(AnnotatedElement element) {
        return element instanceof Field of ? of.getAnnotatedType() : ((Method) element).getAnnotatedReturnType();
    }

    private static @Nullable Part nearest(@Nullable Part own, @Nullable Part inherited) {
        boolean implemented = own != null && inherited != null && own.isDefault() && !inherited.isDefault();
        return own == null || implemented ? inherited : own;
    }

    private boolean isReadHidden() {
        return readHidden || has(field, JsonbTransient.class) || has(getter, JsonbTransient.class);
    }

    /** Whether {@code @JsonbTransient} keeps it out of what is read in. */
    boolean isWriteHidden() {
        return writeHidden || has(field, JsonbTransient.class) || has(setter, JsonbTransient.class);
    }

    private static boolean has(@Nullable Part part, Class<? extends Annotation> annotation) {
        return part != null && part.annotation(annotation) != null;
    }

    /** Whether JSON-B writes it: a public getter, else a public field without a hidden getter. */
    boolean isRead() {
        boolean excluded = field != null && field.is(Modifier.TRANSIENT | Modifier.STATIC);
        return !isReadHidden() && !excluded && (visible(getter) || visibleField(getter));
    }

    /** Whether JSON-B sets it, by a setter or a field. */
    boolean isWritten() {
        boolean excluded = field != null && field.is(Modifier.TRANSIENT | Modifier.STATIC | Modifier.FINAL);
        return !isWriteHidden() && !excluded && (visible(setter) || visibleField(setter));
    }

    private static boolean visible(@Nullable Part accessor) {
        return accessor != null && accessor.is(Modifier.PUBLIC) && !accessor.is(Modifier.STATIC);
    }

    private boolean visibleField(@Nullable Part accessor) {
        return field != null && field.is(Modifier.PUBLIC) && (accessor == null || accessor.is(Modifier.PUBLIC));
    }

    /** The part whose type is written. */
    Part read() {
        return getter != null && visible(getter) ? getter : any();
    }

    /** The part whose type is set. */
    Part written() {
        return setter != null && visible(setter) ? setter : any();
    }

    private Part any() {
        return Stream.of(field, getter, setter)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a property without a part"));
    }

    /** The name under which it is written. */
    String readName(String name) {
        return name(getter, name);
    }

    /** The name under which it is set. */
    String writtenName(String name) {
        return name(setter, name);
    }

    private String name(@Nullable Part accessor, String name) {
        return Stream.of(accessor, field)
                .flatMap(Stream::ofNullable)
                .map(part -> part.annotation(JsonbProperty.class))
                .flatMap(Stream::ofNullable)
                .map(JsonbProperty::value)
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse(name);
    }

    /** An annotation for both directions: the field's, else the getter's, else the setter's. */
    <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return Stream.of(field, getter, setter)
                .flatMap(Stream::ofNullable)
                .map(part -> part.annotation(annotation))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** Whether an annotation that may differ by direction holds for an accessor or, through the field, for both. */
    boolean has(Class<? extends Annotation> annotation, Part part) {
        return has(part, annotation) || has(field, annotation);
    }

    /** All that may carry annotations of its type's place. */
    AnnotatedElement[] elements() {
        return Stream.concat(
                        Stream.ofNullable(component),
                        Stream.of(field, getter, setter)
                                .flatMap(Stream::ofNullable)
                                .flatMap(part -> Stream.concat(part.elements().stream(), Stream.of(part.type()))))
                .toArray(AnnotatedElement[]::new);
    }
}
