package org.mizan.core.schema.build;

import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Scope;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;

/** Understands the annotations of other specifications; optional ones by name, for they may be absent at run time. */
public final class Annotations {
    private static final String CONTROLLER = "jakarta.mvc.Controller";

    private Annotations() {}

    /** Whether Jakarta REST or MVC calls a method, rather than this library. */
    public static boolean isResource(Class<?> type, Method method) {
        return isResource(type)
                || method.isAnnotationPresent(Path.class)
                || Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class))
                || has(method, CONTROLLER);
    }

    /** Whether a class is a root resource or a controller. */
    public static boolean isResource(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(Path.class) || has(at, CONTROLLER)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a class says its scope, directly or through a stereotype. */
    static boolean hasScope(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> isScope(annotation)
                        || annotation.isAnnotationPresent(Stereotype.class)
                                && Arrays.stream(annotation.getAnnotations())
                                        .anyMatch(inner -> isScope(inner.annotationType())));
    }

    private static boolean isScope(Class<?> annotation) {
        return annotation.isAnnotationPresent(NormalScope.class) || annotation.isAnnotationPresent(Scope.class);
    }

    /** The name by which Jakarta REST binds a parameter from the path, the query or a form. */
    static Optional<String> restName(Parameter parameter) {
        var path = parameter.getAnnotation(PathParam.class);
        if (path != null) {
            return Optional.of(path.value());
        }
        var query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return Optional.of(query.value());
        }
        return Optional.ofNullable(parameter.getAnnotation(FormParam.class)).map(FormParam::value);
    }

    private static boolean has(AnnotatedElement element, String name) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
