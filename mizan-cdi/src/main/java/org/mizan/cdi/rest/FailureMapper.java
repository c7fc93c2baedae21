package org.mizan.cdi.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.mizan.cdi.answer.Answers;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;
import org.mizan.core.protocol.ErrorCode;

/**
 * Answers what Jakarta REST itself refuses below {@code {base}} in the protocol's form, should it refuse a request before
 * {@link Endpoints} sees it. A bean, for RESTEasy injects into no provider that is none; not a {@code @Provider}, so that it stays in
 * our application.
 */
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {
    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    @Override
    public Response toResponse(Throwable failure) {
        var answer = runtime.pipeline().failures().answer(understood(failure), caller.schema(), "an endpoint", null);
        var response = Answers.response(answer);
        if (failure instanceof WebApplicationException refused) {
            var allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allow != null) {
                return Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
            }
        }
        return response;
    }

    private static Throwable understood(Throwable failure) {
        if (!(failure instanceof WebApplicationException refused)) {
            return failure;
        }
        return switch (refused.getResponse().getStatus()) {
            case 404 -> new Refusal(ErrorCode.NOT_FOUND, "There is no such endpoint.");
            case 405 -> new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "The endpoint does not answer to this method.");
            case 415 -> new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
            case 400, 406 -> new Refusal(ErrorCode.BAD_REQUEST, "The request cannot be understood.");
            default -> failure;
        };
    }
}
