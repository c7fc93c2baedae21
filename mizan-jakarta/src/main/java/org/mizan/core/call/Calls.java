package org.mizan.core.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.json.StrictJson;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.FunctionModel;
import org.mizan.core.schema.Registry;
import org.mizan.spi.BeanInvoker;

/**
 * Answers {@code POST {base}/call/} (PROTOCOL §3): the checks in the order that the protocol prescribes, each ending
 * the request, then the function. Thread-safe.
 */
public final class Calls {
    private final Registry registry;
    private final BodyReader bodies;
    private final StrictJson reader;
    private final ArgumentBinder binder;
    private final Authoriser authoriser;
    private final Validation validation;
    private final BeanInvoker beans;
    private final ResultWriter results;
    private final Failures failures;
    private final JsonProvider json;

    Calls(Registry registry, BodyReader bodies, Pipeline.Tools tools) {
        this.registry = registry;
        this.bodies = bodies;
        this.reader = tools.reader();
        this.binder = tools.binder();
        this.authoriser = tools.authoriser();
        this.validation = tools.validation();
        this.beans = tools.beans();
        this.results = tools.results();
        this.failures = tools.failures();
        this.json = tools.json();
    }

    /**
     * Answers a call; failures of every kind are answers too.
     *
     * @param contentType the request's {@code Content-Type}
     * @param length its {@code Content-Length}; −1 when it was not sent
     */
    public Answer answer(@Nullable String contentType, long length, InputStream body, Exchange exchange) {
        try {
            return new Answer(200, run(contentType, length, body, exchange));
        } catch (Throwable failure) {
            return failures.answer(failure, exchange.schema(), "a call", null);
        }
    }

    private String run(@Nullable String contentType, long length, InputStream body, Exchange exchange)
            throws Throwable {
        var caller = exchange.caller();
        BodyReader.requireJson(contentType);
        var request = request(body, length);
        var function = function(request);
        authoriser.checkRoles(function, caller);
        exchange.checkForgery();
        var arguments = binder.bind(function.parameters(), args(request));
        authoriser.checkGuards(function, caller, arguments);
        var positional = arguments.of(function);
        validation.check(function, positional);
        var result = new StringBuilder("\"result\":");
        results.write(function, beans.invoke(function.beanClass(), function.method(), positional), result);
        return body(result.append('}'), exchange.invalidated());
    }

    private JsonObject request(InputStream body, long length) {
        if (!(reader.parse(bodies.read(body, length)) instanceof JsonObject request)) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The body must be a JSON object.");
        }
        for (var member : request.keySet()) {
            if (!member.equals("fn") && !member.equals("args")) {
                throw new Refusal(ErrorCode.BAD_REQUEST, "The body has members other than 'fn' and 'args'.");
            }
        }
        return request;
    }

    private FunctionModel function(JsonObject request) {
        if (!(request.get("fn") instanceof JsonString name)) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The member 'fn' must be the name of a function.");
        }
        var function = registry.function(name.getString())
                .filter(found -> found.kind() == FunctionModel.Kind.RPC)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such function."));
        if (function.internal()) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This function cannot be called from outside.");
        }
        return function;
    }

    private static JsonObject args(JsonObject request) {
        var args = request.getOrDefault("args", JsonValue.EMPTY_JSON_OBJECT);
        if (!(args instanceof JsonObject object)) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The member 'args' must be an object.");
        }
        return object;
    }

    /** The members in their canonical order; what became stale is known only when the result is written. */
    private String body(CharSequence result, TargetSet invalidated) {
        return invalidated.isEmpty()
                ? "{" + result
                : "{\"invalidate\":" + CanonicalJson.of(invalidated.toJson(json)) + "," + result;
    }
}
