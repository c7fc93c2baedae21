package org.mizan.cdi.interceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mizan.MizanException;
import org.mizan.cdi.answer.Answers;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.identity.ForgeryCheck;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.bind.Arguments;
import org.mizan.core.call.Refusal;
import org.mizan.core.schema.FunctionModel;

/** Holds roles and guards where Jakarta REST or MVC calls the function, and keeps its response out of caches. */
@ApplicationScoped
class ViewAccess {
    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    @Inject
    ForgeryCheck forgery;

    @Inject
    RequestState request;

    /**
     * Checks a view function of a resource or controller; others were checked before they were called.
     *
     * @throws WebApplicationException with the protocol's error when the caller may not
     */
    void check(FunctionModel function, @Nullable Object[] arguments, RequestTargets here) {
        var response = here.headers();
        if (function.kind() != FunctionModel.Kind.VIEW || response == null) {
            return;
        }
        response.set("Cache-Control", "no-store");
        if (function.context() != null) {
            here.made(function.name());
        }
        if (function.route() != null) {
            return;
        }
        try {
            caller.requireValid();
            runtime.pipeline().authoriser().checkRoles(function, caller);
            forgery.checkOrigin();
            runtime.pipeline().authoriser().checkGuards(function, caller, named(function, arguments));
            ShownContext.of(function, arguments).ifPresent(request::show);
        } catch (Refusal | MizanException refusal) {
            throw new WebApplicationException(
                    Answers.response(runtime.pipeline().failures().answer(refusal, null, function.place(), null)));
        }
    }

    /** What a method throws that was refused before it ran: for a view function the protocol's error, ready to be sent. */
    RuntimeException refused(FunctionModel function, RuntimeException refusal, RequestTargets here) {
        boolean answered = function.kind() == FunctionModel.Kind.VIEW && here.headers() != null;
        return answered && function.route() == null
                ? new WebApplicationException(
                        Answers.response(runtime.pipeline().failures().answer(refusal, null, function.place(), null)))
                : refusal;
    }

    /** The arguments that are there, by the names that they have on the wire. */
    static Arguments named(FunctionModel function, @Nullable Object[] arguments) {
        var named = new TreeMap<String, Object>();
        for (var parameter : function.parameters()) {
            var argument = arguments[parameter.index()];
            var present = argument instanceof Optional<?> optional ? optional.orElse(null) : argument;
            if (present != null) {
                named.put(parameter.name(), present);
            }
        }
        return new Arguments(named);
    }
}
