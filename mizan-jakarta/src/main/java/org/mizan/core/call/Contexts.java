package org.mizan.core.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.Caller;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.Arguments;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.protocol.QueryString;
import org.mizan.core.schema.ContextModel;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.spi.BeanInvoker;

/**
 * Answers {@code GET {base}/ctx/{context}/} (PROTOCOL §4): all functions of a context with one set of parameters, or
 * one refusal that names the function. Thread-safe.
 */
public final class Contexts {
    private final Registry registry;
    private final ArgumentBinder binder;
    private final Authoriser authoriser;
    private final Validation validation;
    private final BeanInvoker beans;
    private final ResultWriter results;
    private final Failures failures;

    Contexts(Registry registry, Pipeline.Tools tools) {
        this.registry = registry;
        this.binder = tools.binder();
        this.authoriser = tools.authoriser();
        this.validation = tools.validation();
        this.beans = tools.beans();
        this.results = tools.results();
        this.failures = tools.failures();
    }

    /** The function at which a bundle failed. */
    private static final class At {
        private @Nullable String function;
    }

    /**
     * Answers a read; failures of every kind are answers too.
     *
     * @param name the context's name, as the path has it
     * @param rawQuery the query string as it was sent
     */
    public Answer answer(String name, @Nullable String rawQuery, Exchange exchange) {
        var at = new At();
        try {
            var caller = exchange.caller();
            var context = registry.context(name)
                    .filter(found -> !found.functions().isEmpty())
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such context."));
            return new Answer(200, bundle(context, rawQuery, caller, at));
        } catch (Throwable failure) {
            return failures.answer(failure, exchange.schema(), "a context", at.function);
        }
    }

    private String bundle(ContextModel context, @Nullable String rawQuery, Caller caller, At at) throws Throwable {
        for (var function : context.functions()) {
            at.function = function.name();
            authoriser.checkRoles(function, caller);
        }
        at.function = null;
        var arguments = binder.bind(context.parameters().values(), QueryString.parse(rawQuery));
        for (var function : context.functions()) {
            at.function = function.name();
            authoriser.checkGuards(function, caller, of(function, arguments));
        }
        Map<String, @Nullable Object[]> positional = new HashMap<>();
        for (var function : context.functions()) {
            at.function = function.name();
            var own = arguments.of(function);
            validation.check(function, own);
            positional.put(function.name(), own);
        }
        return run(context, positional, at);
    }

    private String run(ContextModel context, Map<String, @Nullable Object[]> positional, At at) throws Throwable {
        var out = new StringBuilder();
        for (var function : context.functions()) {
            at.function = function.name();
            var own = positional.getOrDefault(function.name(), new Object[0]);
            out.append(out.isEmpty() ? "{\"" : ",\"").append(function.name()).append("\":");
            out.append(results.write(function, beans.invoke(function.beanClass(), function.method(), own)));
        }
        return out.append('}').toString();
    }

    /** The arguments that a function declares, of those of its context. */
    private static Arguments of(FunctionModel function, Arguments all) {
        var own = new java.util.TreeMap<>(all.values());
        own.keySet().removeIf(name -> function.parameter(name).isEmpty());
        return new Arguments(own);
    }
}
