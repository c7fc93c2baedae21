package org.mizan.core.schema.build;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.Route;
import org.mizan.core.problem.Problems;
import org.mizan.core.protocol.Names;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.ParameterModel;
import org.mizan.core.schema.RouteModel;
import org.mizan.core.schema.TypeModel;
import org.mizan.core.schema.type.NoJsonFormException;
import org.mizan.core.schema.type.TypeReader;

/** Reads one {@code @Client} method; what it affects is resolved when all contexts are known. */
final class FunctionReader {
    private final TypeReader types;
    private final Naming naming;
    private final AccessReader access;
    private final Problems problems;
    private final ParameterReader parameters;
    private final RouteReader routes;

    FunctionReader(TypeReader types, Naming naming, AccessReader access, Problems problems) {
        this.types = types;
        this.naming = naming;
        this.access = access;
        this.problems = problems;
        this.parameters = new ParameterReader(types, naming, problems);
        this.routes = new RouteReader(naming, problems);
    }

    /** The function, or null when it is so wrong that nothing can be said of it. */
    @Nullable
    FunctionModel read(Class<?> type, Method method, Client client) {
        var place = FunctionModel.place(method);
        boolean resource = Annotations.isResource(type, method);
        var kind = resource || isResponse(method) ? FunctionModel.Kind.VIEW : FunctionModel.Kind.RPC;
        checkAttributes(method, client, place);
        var result = result(method, client, kind, place);
        var wire = parameters.read(method, resource);
        var name = name(type, method, client, kind);
        if (!Names.isName(name)) {
            problems.add(BuildMessages.illegalName(place, "function", name));
            return null;
        }
        return new FunctionModel(
                name,
                kind,
                type,
                method,
                wire,
                result == null ? new TypeModel.Nothing() : result,
                client.context() == ReactContext.class ? null : ContextReader.name(client.context(), naming),
                List.of(),
                client.internal(),
                client.rev(),
                client.cache(),
                client.websocket(),
                access.access(type, method),
                AccessReader.guards(type, method),
                route(method, resource, wire, place),
                resource ? PageReader.read(type, method, naming) : null,
                method.isAnnotationPresent(Deprecated.class) || type.isAnnotationPresent(Deprecated.class));
    }

    private void checkAttributes(Method method, Client client, String place) {
        boolean reads = client.context() != ReactContext.class;
        if (reads && (client.affects().length > 0 || client.affectsFunctions().length > 0)) {
            problems.add(BuildMessages.contextAndAffects(place));
        }
        if (client.cache() < 0) {
            problems.add(BuildMessages.negative(place, "cache", client.cache()));
        }
        if (client.rev() < 0) {
            problems.add(BuildMessages.negative(place, "rev", client.rev()));
        }
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers)) {
            problems.add(BuildMessages.notInterceptable(place, "private"));
        } else if (Modifier.isStatic(modifiers)) {
            problems.add(BuildMessages.notInterceptable(place, "static"));
        } else if (Modifier.isFinal(modifiers)) {
            problems.add(BuildMessages.notInterceptable(place, "final"));
        } else if (!Modifier.isPublic(modifiers)) {
            problems.add(BuildMessages.notInterceptable(place, "not public"));
        }
    }

    private String name(Class<?> type, Method method, Client client, FunctionModel.Kind kind) {
        if (!client.name().isEmpty()) {
            return client.name();
        }
        return naming.apply(
                kind == FunctionModel.Kind.RPC
                        ? method.getName()
                        : Naming.decapitalised(type.getSimpleName()) + Naming.capitalised(method.getName()));
    }

    private static boolean isResponse(Method method) {
        if (Response.class.isAssignableFrom(method.getReturnType())) {
            return true;
        }
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                && method.getGenericReturnType() instanceof java.lang.reflect.ParameterizedType stage
                && stage.getActualTypeArguments()[0] instanceof Class<?> held
                && Response.class.isAssignableFrom(held);
    }

    private @Nullable TypeModel result(Method method, Client client, FunctionModel.Kind kind, String place) {
        if (kind == FunctionModel.Kind.VIEW) {
            return new TypeModel.Nothing();
        }
        if (CompletionStage.class.isAssignableFrom(method.getReturnType())) {
            problems.add(BuildMessages.asynchronous(place));
            return null;
        }
        try {
            var type = types.read(method.getAnnotatedReturnType(), method);
            if (type instanceof TypeModel.Nothing && client.context() != ReactContext.class) {
                problems.add(BuildMessages.nothingToRead(place));
            }
            return type;
        } catch (NoJsonFormException e) {
            problems.add(BuildMessages.noJsonForm(place, "the result", e));
            return null;
        }
    }

    private @Nullable RouteModel route(Method method, boolean resource, List<ParameterModel> wire, String place) {
        var annotation = method.getAnnotation(Route.class);
        if (annotation == null) {
            return null;
        }
        if (resource) {
            problems.add(BuildMessages.routeOnResource(place));
            return null;
        }
        var route = routes.read(annotation, place);
        if (route != null) {
            var names = new ArrayList<String>();
            wire.forEach(parameter -> names.add(parameter.name()));
            route.segments().stream()
                    .filter(RouteModel::isParameter)
                    .map(RouteModel::parameter)
                    .filter(parameter -> !names.contains(parameter))
                    .forEach(parameter -> problems.add(BuildMessages.routeWithoutParameter(place, parameter)));
        }
        return route;
    }
}
