package org.mizan.core.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.json.StrictJson;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.TypeModel;
import org.mizan.spi.BeanInvoker;

/**
 * Answers a request to a {@code @Route}: arguments by name from path, query, form and JSON body. Thread-safe.
 *
 * <p>A function that returns nothing answers 204, a value is sent as JSON, a response is passed on untouched.
 */
public final class Routes {
    private final StrictJson reader;
    private final ArgumentBinder binder;
    private final Authoriser authoriser;
    private final Validation validation;
    private final BeanInvoker beans;
    private final ResultWriter results;
    private final Failures failures;

    Routes(Pipeline.Tools tools) {
        this.reader = tools.reader();
        this.binder = tools.binder();
        this.authoriser = tools.authoriser();
        this.validation = tools.validation();
        this.beans = tools.beans();
        this.results = tools.results();
        this.failures = tools.failures();
    }

    /** Where the arguments of a request come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads the body, once the caller is known.
         *
         * @throws Refusal 413 or 415
         */
        Content read() throws Exception;
    }

    /**
     * The arguments of a request.
     *
     * @param texts those of path, query and form, decoded
     * @param json the body when it is JSON; null otherwise
     */
    public record Content(Map<String, List<String>> texts, byte @Nullable [] json) {}

    /** What a route answers: the library's own answer, or a response of the application's. */
    public sealed interface Result {}

    /** An answer to be written. */
    public record Written(Answer answer) implements Result {}

    /** A response object to be passed on. */
    public record Passed(Object response) implements Result {}

    /** Answers a request; failures of every kind are answers too. */
    public Result answer(FunctionModel function, Source source, Exchange exchange) {
        try {
            return run(function, source, exchange);
        } catch (Throwable failure) {
            return new Written(failures.answer(failure, exchange.schema(), function.place(), null));
        }
    }

    private Result run(FunctionModel function, Source source, Exchange exchange) throws Throwable {
        var caller = exchange.caller();
        authoriser.checkRoles(function, caller);
        exchange.checkForgery();
        var content = source.read();
        var arguments = binder.bind(function.parameters(), content.texts(), args(content));
        authoriser.checkGuards(function, caller, arguments);
        var positional = arguments.of(function);
        validation.check(function, positional);
        var result = beans.invoke(function.beanClass(), function.method(), positional);
        if (function.kind() == FunctionModel.Kind.VIEW && result != null) {
            return new Passed(result);
        }
        return new Written(
                function.result() instanceof TypeModel.Nothing
                        ? new Answer(204, "")
                        : new Answer(200, results.write(function, result)));
    }

    private JsonObject args(Content content) {
        if (content.json() == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (!(reader.parse(content.json()) instanceof JsonObject object)) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The body must be a JSON object.");
        }
        return object;
    }
}
