package org.mizan.cdi.validation;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.spi.BeanInvoker;

/** Validates the arguments of methods. Thread-safe. */
public interface ArgumentValidator {

    /** The platform's Bean Validation, when it has one. */
    static Optional<ArgumentValidator> find(BeanManager manager) {
        try {
            return BeanValidation.find(manager);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether a method has constraints at all. */
    boolean constrains(Class<?> bean, Method method);

    /** What the arguments violate. */
    List<BeanInvoker.Violation> validate(Object reference, Method method, @Nullable Object[] arguments);
}
