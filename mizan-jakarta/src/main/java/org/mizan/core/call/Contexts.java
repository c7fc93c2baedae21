package org.mizan.core.call;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.Arguments;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.cache.context.CachedContexts;
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
    private static final Logger LOG = System.getLogger(Contexts.class.getName());

    /** Of a bundle, in characters, so that its buffer need not grow from almost nothing. */
    private static final int USUAL_LENGTH = 1024;

    private final Registry registry;
    private final ArgumentBinder binder;
    private final Authoriser authoriser;
    private final Validation validation;
    private final BeanInvoker beans;
    private final ResultWriter results;
    private final Failures failures;
    private final @Nullable CachedContexts cache;
    private final boolean strict;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    Contexts(Registry registry, Pipeline.Tools tools, @Nullable CachedContexts cache, boolean strict) {
        this.registry = registry;
        this.binder = tools.binder();
        this.authoriser = tools.authoriser();
        this.validation = tools.validation();
        this.beans = tools.beans();
        this.results = tools.results();
        this.failures = tools.failures();
        this.cache = cache;
        this.strict = strict;
    }

    /** The function that a request was checked for when it was refused. */
    private static final class At {
        private @Nullable String function;
    }

    /** A function failed: said to all reads that waited for this run, whichever began it. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String function;

        Failed(String function, Throwable cause) {
            super(null, cause, false, false);
            this.function = function;
        }

        @Override
        public synchronized Throwable getCause() {
            return Objects.requireNonNull(super.getCause());
        }
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
            exchange.caller();
            var context = registry.context(name)
                    .filter(found -> !found.functions().isEmpty())
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such context."));
            return bundle(context, rawQuery, exchange, at);
        } catch (Failed failed) {
            return failures.answer(failed.getCause(), exchange.schema(), "a context", failed.function);
        } catch (Throwable failure) {
            return failures.answer(failure, exchange.schema(), "a context", at.function);
        }
    }

    private Answer bundle(ContextModel context, @Nullable String rawQuery, Exchange exchange, At at) throws Throwable {
        var caller = exchange.caller();
        for (var function : context.functions()) {
            at.function = function.name();
            authoriser.checkRoles(function, caller);
        }
        at.function = null;
        var arguments = binder.bind(context.parameters().values(), QueryString.parse(rawQuery));
        var begun = cache == null ? null : cache.begin(context, arguments, caller, exchange.inTransaction());
        for (var function : context.functions()) {
            at.function = function.name();
            if (!function.guards().isEmpty()) {
                authoriser.checkGuards(function, caller, of(function, arguments));
            }
        }
        List<@Nullable Object[]> positional =
                new ArrayList<>(context.functions().size());
        for (var function : context.functions()) {
            at.function = function.name();
            var own = arguments.of(function);
            validation.check(function, own);
            positional.add(own);
        }
        if (begun == null) {
            return new Answer(200, run(context, positional, exchange, () -> {}));
        }
        var read = begun.read();
        if (read == null) {
            return new Answer(200, run(context, positional, exchange, () -> {}), begun.status());
        }
        var body = read.body(
                () -> run(context, positional, exchange, read::notCommon).getBytes(StandardCharsets.UTF_8));
        return new Answer(200, body.text(), begun.status());
    }

    private String run(ContextModel context, List<@Nullable Object[]> positional, Exchange exchange, Runnable notCommon)
            throws Failed {
        var out = new StringBuilder(USUAL_LENGTH);
        for (int i = 0; i < positional.size(); i++) {
            var function = context.functions().get(i);
            out.append(out.isEmpty() ? "{\"" : ",\"").append(function.name()).append("\":");
            int reads = exchange.callerReads();
            try {
                results.write(function, beans.invoke(function.beanClass(), function.method(), positional.get(i)), out);
            } catch (Throwable e) {
                throw new Failed(function.name(), e);
            }
            if (context.shared() && exchange.callerReads() != reads) {
                taint(function);
                notCommon.run();
            }
        }
        return out.append('}').toString();
    }

    /** What it gives may depend on the caller, and others would get it. */
    private void taint(FunctionModel function) throws Failed {
        var message = "MIZAN-00602: " + function.place() + ": the context '" + function.context()
                + "' is @Shared, but this function asks for the Caller, so its bundle is not kept. Remove @Shared from"
                + " the context, or pass what it depends on as a parameter.";
        if (strict) {
            throw new Failed(function.name(), new IllegalStateException(message));
        }
        if (warned.add(function.name())) {
            LOG.log(Level.WARNING, message);
        }
    }

    /** The arguments that a function declares, of those of its context. */
    private static Arguments of(FunctionModel function, Arguments all) {
        var own = new java.util.TreeMap<>(all.values());
        own.keySet().removeIf(name -> function.parameter(name).isEmpty());
        return new Arguments(own);
    }
}
