package org.mizan.core.schema;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mizan.Guard;
import org.mizan.core.protocol.Affected;

/**
 * A {@code @Client} method.
 *
 * @param name its name on the wire, unique in the application
 * @param kind whether it answers with a value or with a response
 * @param beanClass the class of the bean that is called
 * @param method the method
 * @param parameters the parameters that travel on the wire, in the order of the method
 * @param result what it returns; nothing for a view function
 * @param context the name of the context that it reads for
 * @param affects what it makes stale, in the order written, function targets last
 * @param internal whether calls from outside are refused
 * @param rev the revision of its result
 * @param cache seconds, as {@link org.mizan.Client#cache()}
 * @param websocket whether the live socket may call it
 * @param access who may call it
 * @param guards the beans that must agree
 * @param route the path of its own
 * @param deprecated whether it, or the class of its bean, is {@code @Deprecated}
 */
public record FunctionModel(
        String name,
        Kind kind,
        Class<?> beanClass,
        Method method,
        List<ParameterModel> parameters,
        TypeModel result,
        @Nullable String context,
        List<Affected> affects,
        boolean internal,
        int rev,
        int cache,
        boolean websocket,
        Access access,
        List<Class<? extends Guard>> guards,
        @Nullable RouteModel route,
        boolean deprecated) {

    /** What a function answers with. */
    public enum Kind {
        /** A value: callable as {@code fn}. */
        RPC,
        /** A response or a page, passed through untouched; reached by {@code @Path} or {@code @Route} alone. */
        VIEW
    }

    /** Copies the lists. */
    public FunctionModel {
        parameters = List.copyOf(parameters);
        affects = List.copyOf(affects);
        guards = List.copyOf(guards);
    }

    /** The same function with what it makes stale. */
    public FunctionModel affecting(List<Affected> targets) {
        return new FunctionModel(
                name,
                kind,
                beanClass,
                method,
                parameters,
                result,
                context,
                targets,
                internal,
                rev,
                cache,
                websocket,
                access,
                guards,
                route,
                deprecated);
    }

    /** Whether its page is kept ({@link org.mizan.Prerender}). */
    public boolean prerendered() {
        return kind == Kind.VIEW && method.isAnnotationPresent(org.mizan.Prerender.class);
    }

    /** A parameter by its name. */
    public Optional<ParameterModel> parameter(String parameterName) {
        for (var parameter : parameters) {
            if (parameter.name().equals(parameterName)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** Where it stands in the sources, {@code com.acme.Users#rename(long, String)}. */
    public String place() {
        return place(method);
    }

    /** The text by which messages name a method. */
    public static String place(Method method) {
        var text = new StringBuilder(method.getDeclaringClass().getName())
                .append('#')
                .append(method.getName())
                .append('(');
        var types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            text.append(i == 0 ? "" : ", ").append(types[i].getSimpleName());
        }
        return text.append(')').toString();
    }
}
