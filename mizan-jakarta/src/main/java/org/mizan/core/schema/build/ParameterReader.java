package org.mizan.core.schema.build;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mizan.Param;
import org.mizan.core.bind.BindException;
import org.mizan.core.bind.TextValues;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.Names;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.constraint.Constraint;
import org.mizan.core.schema.constraint.ConstraintReader;
import org.mizan.core.schema.type.ArgumentTypes;
import org.mizan.core.schema.type.NoJsonFormException;
import org.mizan.core.schema.type.TypeReader;

/** Reads the parameters of a function that travel on the wire. */
final class ParameterReader {
    private final TypeReader types;
    private final Naming naming;
    private final Problems problems;

    ParameterReader(TypeReader types, Naming naming, Problems problems) {
        this.types = types;
        this.naming = naming;
        this.problems = problems;
    }

    /** All parameters; those of a resource are only the ones that Jakarta REST binds from path, query or form. */
    List<ParameterModel> read(Method method, boolean resource) {
        var place = FunctionModel.place(method);
        var parameters = new ArrayList<ParameterModel>();
        var names = new HashSet<String>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            var parameter = method.getParameters()[i];
            var name = resource ? restName(parameter) : name(parameter, place, i);
            var type = name == null ? null : type(method, i, resource, place, name);
            if (name == null || type == null) {
                continue;
            }
            if (!Names.isName(name)) {
                problems.add(BuildMessages.illegalName(place, "parameter", name));
            } else if (!names.add(name)) {
                problems.add(BuildMessages.twoParameters(place, name));
            } else {
                var defaultValue = resource ? null : defaultValue(parameter, type, place, name);
                parameters.add(new ParameterModel(
                        i,
                        name,
                        type,
                        parameter.getParameterizedType(),
                        defaultValue,
                        constraints(method, i),
                        parameter.isAnnotationPresent(Deprecated.class)));
            }
        }
        return parameters;
    }

    /** The constraints of a parameter, also those of the methods that this one overrides. */
    private static List<Constraint> constraints(Method method, int index) {
        var constraints = new LinkedHashSet<>(
                ConstraintReader.read(method.getAnnotatedParameterTypes()[index], method.getParameters()[index]));
        var declaring = method.getDeclaringClass();
        Stream.concat(Stream.ofNullable(declaring.getSuperclass()), Arrays.stream(declaring.getInterfaces()))
                .forEach(parent -> Arrays.stream(parent.getMethods())
                        .filter(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                        .forEach(other -> constraints.addAll(constraints(other, index))));
        return List.copyOf(constraints);
    }

    private @Nullable String restName(Parameter parameter) {
        return Annotations.restName(parameter)
                .map(naming::apply)
                .filter(Names::isName)
                .orElse(null);
    }

    private @Nullable String name(Parameter parameter, String place, int index) {
        var given = parameter.getAnnotation(Param.class);
        if (given != null && !given.value().isEmpty()) {
            return given.value();
        }
        if (!parameter.isNamePresent()) {
            problems.add(BuildMessages.noParameterNames(place, index));
            return null;
        }
        return naming.apply(parameter.getName());
    }

    /** The type; what only Jakarta REST can read, a class with a {@code valueOf}, counts as text. */
    private @Nullable TypeModel type(Method method, int index, boolean resource, String place, String name) {
        var parameter = method.getParameters()[index];
        try {
            var type = types.read(method.getAnnotatedParameterTypes()[index], parameter);
            if (type instanceof TypeModel.Nothing) {
                throw new NoJsonFormException("Void", "has no value", "Remove the parameter.");
            }
            if (!resource) {
                ArgumentTypes.problems(type, types.definitions())
                        .forEach(why -> problems.add(BuildMessages.cannotBeMade(place, name, why)));
            }
            return type;
        } catch (NoJsonFormException e) {
            if (resource) {
                return new TypeModel.Scalar(ScalarKind.STRING);
            }
            problems.add(BuildMessages.noJsonForm(place, "the parameter '" + name + "'", e));
            return null;
        }
    }

    private @Nullable Object defaultValue(Parameter parameter, TypeModel type, String place, String name) {
        var given = parameter.getAnnotation(Param.class);
        if (given == null || given.defaultValue().equals(Param.NONE)) {
            return null;
        }
        if (!type.fitsQuery() || type.required() instanceof TypeModel.Sequence) {
            problems.add(BuildMessages.badDefault(place, name, "cannot be written as text for " + type));
            return null;
        }
        try {
            return TextValues.read(type, given.defaultValue(), name);
        } catch (BindException e) {
            problems.add(BuildMessages.badDefault(place, name, e.problem()));
            return null;
        }
    }

    /** Whether a parameter has the same text in both types, so that a scope of one matches entries of the other. */
    static boolean sameText(TypeModel first, TypeModel second) {
        var a = first.required();
        var b = second.required();
        return a.equals(b)
                || a instanceof TypeModel.Scalar x
                        && b instanceof TypeModel.Scalar y
                        && x.kind().isInteger()
                        && y.kind().isInteger();
    }
}
