package org.mizan.cdi.validation;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.BeanInvoker.Violation;

/** The platform's Bean Validation; the only class that mentions it, for it may be absent. */
final class BeanValidation implements ArgumentValidator {
    private final Validator validator;
    private final Map<Method, Boolean> constrained = new ConcurrentHashMap<>();

    private BeanValidation(Validator validator) {
        this.validator = validator;
    }

    static Optional<ArgumentValidator> find(BeanManager manager) {
        var factories = manager.createInstance().select(ValidatorFactory.class);
        return factories.isResolvable()
                ? Optional.of(new BeanValidation(factories.get().getValidator()))
                : Optional.empty();
    }

    @Override
    public boolean constrains(Class<?> bean, Method method) {
        return constrained.computeIfAbsent(
                method,
                key -> validator
                                .getConstraintsForClass(bean)
                                .getConstraintsForMethod(key.getName(), key.getParameterTypes())
                        != null);
    }

    @Override
    public List<Violation> validate(Object reference, Method method, @Nullable Object[] arguments) {
        return validator.forExecutables().validateParameters(reference, method, arguments).stream()
                .map(BeanValidation::violation)
                .sorted(Comparator.comparing(Violation::parameter)
                        .thenComparing(Violation::path)
                        .thenComparing(Violation::constraint)
                        .thenComparing(Violation::message))
                .toList();
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        int parameter = -1;
        var path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.as(Path.ParameterNode.class).getParameterIndex();
            } else if (parameter >= 0) {
                append(path, node);
            }
        }
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new Violation(parameter, path.toString(), violation.getMessage(), constraint.getSimpleName());
    }

    /** Appends {@code .name}, with the index or key of the container that holds it in front. */
    private static void append(StringBuilder path, Path.Node node) {
        if (node.isInIterable()) {
            var place = node.getIndex() != null ? node.getIndex() : node.getKey();
            path.append('[').append(place == null ? "" : place).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            path.append(path.isEmpty() ? "" : ".").append(node.getName());
        }
    }
}
