package org.mizan.core.schema.build;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mizan.Guard;
import org.mizan.Guarded;
import org.mizan.core.schema.Access;

/**
 * Reads who may call: the annotation of the method, else that of the class that declares it (Jakarta Annotations), else
 * that of the bean's class, so that what a protected bean inherits is not open to everybody; else what the settings say.
 */
final class AccessReader {
    private final Access otherwise;

    AccessReader(Access otherwise) {
        this.otherwise = otherwise;
    }

    Access access(Class<?> type, Method method) {
        for (AnnotatedElement element : List.of(method, method.getDeclaringClass(), type)) {
            var access = on(element);
            if (access != null) {
                return access;
            }
        }
        return otherwise;
    }

    private static @Nullable Access on(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Access.deny();
        }
        var roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Access.roles(List.of(roles.value()));
        }
        return element.isAnnotationPresent(PermitAll.class) ? Access.permit() : null;
    }

    static List<Class<? extends Guard>> guards(Class<?> type, Method method) {
        List<Class<? extends Guard>> guards = new ArrayList<>();
        for (AnnotatedElement element : List.of(type, method)) {
            var guarded = element.getAnnotation(Guarded.class);
            if (guarded != null) {
                guards.addAll(List.of(guarded.value()));
            }
        }
        return guards;
    }
}
