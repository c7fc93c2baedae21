package org.mizan.core.schema.build;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.Prerender;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Access;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;

/** Refuses {@link Prerender} where a page could not be kept, or would be shown to the wrong people. */
final class PrerenderReader {
    /** What a page would depend on without it being part of the page's key. */
    private static final List<Class<? extends Annotation>> OTHER_INPUT =
            List.of(HeaderParam.class, CookieParam.class, MatrixParam.class, FormParam.class, BeanParam.class);

    private static final Set<String> ASYNCHRONOUS =
            Set.of("jakarta.ws.rs.container.AsyncResponse", "jakarta.ws.rs.sse.SseEventSink");

    private final Map<String, ContextModel> contexts;
    private final Problems problems;

    PrerenderReader(Map<String, ContextModel> contexts, Problems problems) {
        this.contexts = contexts;
        this.problems = problems;
    }

    /** A method with the annotation that is no function at all. */
    static void refuseOthers(Method method, Problems problems) {
        if (method.isAnnotationPresent(Prerender.class) && !method.isAnnotationPresent(Client.class)) {
            problems.add(BuildMessages.noPage(FunctionModel.place(method), "has no @Client(context = …)"));
        }
    }

    void check(Collection<FunctionModel> functions) {
        functions.stream()
                .filter(function -> function.method().isAnnotationPresent(Prerender.class))
                .forEach(this::check);
    }

    private void check(FunctionModel view) {
        if (!Annotations.isResource(view.beanClass())) {
            problems.add(BuildMessages.noPage(view.place(), "is not in a root resource or controller"));
        } else if (!view.method().isAnnotationPresent(GET.class)) {
            problems.add(BuildMessages.noPage(view.place(), "is not @GET"));
        } else if (isAsynchronous(view.method())) {
            problems.add(BuildMessages.noPage(view.place(), "answers asynchronously"));
        } else {
            checkInput(view);
            checkContext(view);
        }
    }

    /** Whether the response may end on another thread, when nobody can tell any more whether it may be kept. */
    private static boolean isAsynchronous(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                || Arrays.stream(method.getParameters())
                        .anyMatch(parameter ->
                                ASYNCHRONOUS.contains(parameter.getType().getName()));
    }

    private void checkInput(FunctionModel view) {
        for (var parameter : view.method().getParameters()) {
            OTHER_INPUT.stream()
                    .filter(parameter::isAnnotationPresent)
                    .forEach(type -> problems.add(BuildMessages.notInPagesKey(view.place(), type.getSimpleName())));
        }
    }

    private void checkContext(FunctionModel view) {
        var name = view.context();
        var context = name == null ? null : contexts.get(name);
        if (context == null || context.functions().isEmpty()) {
            problems.add(BuildMessages.pageWithoutContext(view.place(), name));
            return;
        }
        checkAccess(view, view);
        context.functions().forEach(function -> checkAccess(view, function));
        checkLife(view, context);
        contexts.values().stream()
                .filter(other -> other.type() == GlobalContext.class && other != context)
                .forEach(global -> checkLife(view, global));
        context.parameters().values().stream()
                .filter(parameter ->
                        parameter.required() && view.parameter(parameter.name()).isEmpty())
                .forEach(parameter -> problems.add(
                        BuildMessages.pageWithoutParameter(view.place(), context.name(), parameter.name())));
    }

    private void checkAccess(FunctionModel view, FunctionModel function) {
        if (function.access().rule() != Access.Rule.PERMIT || !function.guards().isEmpty()) {
            problems.add(BuildMessages.pageForCallers(view.place(), function.place()));
        }
    }

    private void checkLife(FunctionModel view, ContextModel context) {
        if (context.cache() == Client.NEVER || view.cache() == Client.NEVER) {
            problems.add(BuildMessages.pageNeverKept(view.place(), context.name()));
        }
    }
}
