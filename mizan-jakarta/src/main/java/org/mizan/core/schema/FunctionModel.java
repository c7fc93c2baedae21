package org.mizan.core.schema;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * @param page where Jakarta REST serves it; {@code null} for what is no resource, or has no path of its own
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
        @Nullable Page page,
        boolean deprecated) {

    /** What a function answers with. */
    public enum Kind {
        /** A value: callable as {@code fn}. */
        RPC,
        /** A response or a page, passed through untouched; reached by {@code @Path} or {@code @Route} alone. */
        VIEW
    }

    /**
     * Where Jakarta REST serves a view function.
     *
     * @param path below the path of its application, {@code /profile/:userId}, as the manifest writes it (PROTOCOL §8)
     * @param methods the HTTP methods that it answers to, without the {@code HEAD} that {@code GET} brings
     */
    public record Page(String path, SortedSet<String> methods) {
        /** Copies the methods. */
        public Page {
            methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
        }
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
                page,
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
