package org.mizan.core.call;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeModel;

/** Checks that a value in a programmatic scope has its parameter's type: one of another type would never match. */
final class ScopeTypes {
    private ScopeTypes() {}

    static void require(ContextModel context, ParameterModel parameter, Object value) {
        var present = value instanceof Optional<?> optional ? optional.orElseThrow() : value;
        if (!fits(parameter.type().required(), present)) {
            throw new IllegalArgumentException("MIZAN-00613: the parameter '" + parameter.name() + "' of the context '"
                    + context.name() + "' is " + parameter.type() + ", not "
                    + present.getClass().getName() + ". Pass a value of its type.");
        }
    }

    private static boolean fits(TypeModel type, Object value) {
        if (type instanceof TypeModel.Sequence sequence) {
            return value.getClass().isArray()
                    || value instanceof Collection<?> elements
                            && elements.stream().allMatch(element -> fits(sequence.element(), element));
        }
        if (type.required() instanceof TypeModel.Scalar scalar) {
            return scalar.kind().isInteger()
                    ? value instanceof Integer
                            || value instanceof Long
                            || value instanceof Short
                            || value instanceof Byte
                            || value instanceof BigInteger
                    : ScalarKind.of(value.getClass())
                            .filter(scalar.kind()::equals)
                            .isPresent();
        }
        return type.required() instanceof TypeModel.Named named && named.type().isInstance(value);
    }
}
