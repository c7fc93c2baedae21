package org.mizan.codegen.scan;

import jakarta.decorator.Decorator;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Vetoed;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;
import org.mizan.core.schema.build.Annotations;

/** Tells whether the extension would be told of a class that has functions. */
final class BeanRules {
    private static final Set<Class<? extends Annotation>> DEFINING = Set.of(
            Dependent.class, Decorator.class, Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);

    private BeanRules() {}

    /** Whether the class can be a bean at all. */
    static boolean isCandidate(Class<?> type) {
        var pack = type.getPackage();
        return !type.isInterface()
                && !type.isAnnotationPresent(Interceptor.class)
                && !type.isAnnotationPresent(Vetoed.class)
                && (pack == null || !pack.isAnnotationPresent(Vetoed.class));
    }

    /**
     * Whether a class is found in an archive of the mode "annotated" (CDI 4.0 §2.5.1). Resource classes and controllers
     * count: servers make beans of them, or call them as resources.
     */
    static boolean isDefined(Class<?> type) {
        return Annotations.isResource(type)
                || Arrays.stream(type.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> DEFINING.contains(annotation)
                                || annotation.isAnnotationPresent(NormalScope.class)
                                || annotation.isAnnotationPresent(Stereotype.class));
    }
}
