package org.mizan.cdi.identity;

import java.lang.reflect.InvocationTargetException;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/*
 * By name and reflection: WildFly shows the API to an application only if MicroProfile JWT is active there, and a bean
 * that mentions a class that is not there breaks the deployment.
 */
/** A principal that MicroProfile JWT made ({@code org.eclipse.microprofile.jwt.JsonWebToken}). */
final class JwtPrincipal {
    private static final String TYPE = "org.eclipse.microprofile.jwt.JsonWebToken";

    private JwtPrincipal() {}

    static boolean is(@Nullable Principal principal) {
        return principal != null && type(principal.getClass()).isPresent();
    }

    /** When the token ends; empty for other principals. */
    static Optional<Instant> expiration(Principal principal) {
        return type(principal.getClass()).map(type -> {
            try {
                return Instant.ofEpochSecond(
                        ((Number) type.getMethod("getExpirationTime").invoke(principal)).longValue());
            } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
                throw new IllegalStateException("a JsonWebToken without a time of expiration", e);
            }
        });
    }

    private static Optional<Class<?>> type(@Nullable Class<?> from) {
        for (Class<?> at = from; at != null; at = at.getSuperclass()) {
            for (var each : at.getInterfaces()) {
                var found = each.getName().equals(TYPE) ? Optional.<Class<?>>of(each) : type(each);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
