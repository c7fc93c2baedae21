package org.mizan.core.bind;

import java.util.Map;
import org.mizan.core.schema.TypeModel;

/** Puts type arguments in the place of type parameters. */
final class TypeSubstitution {
    private TypeSubstitution() {}

    static TypeModel apply(TypeModel type, Map<String, TypeModel> variables) {
        if (type instanceof TypeModel.Variable variable) {
            var bound = variables.get(variable.name());
            if (bound == null) {
                throw new IllegalStateException("the type parameter " + variable.name() + " is not bound");
            }
            return bound;
        }
        if (variables.isEmpty()) {
            return type;
        }
        if (type instanceof TypeModel.OrNull orNull) {
            return apply(orNull.type(), variables).orNull();
        }
        if (type instanceof TypeModel.Sequence sequence) {
            return new TypeModel.Sequence(apply(sequence.element(), variables), sequence.order());
        }
        if (type instanceof TypeModel.Dictionary dictionary) {
            return new TypeModel.Dictionary(apply(dictionary.key(), variables), apply(dictionary.value(), variables));
        }
        if (type instanceof TypeModel.Named named && !named.arguments().isEmpty()) {
            return new TypeModel.Named(
                    named.type(),
                    named.arguments().stream()
                            .map(argument -> apply(argument, variables))
                            .toList());
        }
        return type;
    }
}
