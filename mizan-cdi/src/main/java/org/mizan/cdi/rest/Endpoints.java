package org.mizan.cdi.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.answer.Answers;
import org.mizan.cdi.edge.EdgeHeaders;
import org.mizan.cdi.identity.CsrfToken;
import org.mizan.cdi.identity.CurrentCaller;
import org.mizan.cdi.request.Admission;
import org.mizan.cdi.request.ServletExchange;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Answer;
import org.mizan.core.call.Refusal;
import org.mizan.core.protocol.ErrorCode;

/*
 * A filter, and no resource class, on purpose. A user's application that scans finds every class with @Path in the
 * library's jar, and there is no @Path that a user's own does not clash with: among methods of classes at "/",
 * {mizan: session} beats {page}, so that /session would be lost to the user. What is no @Provider is found by nobody:
 * our application lists this class, and others never see it.
 */
/** The endpoints of PROTOCOL §2: everything below {@code {base}} is answered here. Thin: hands over to the pipeline. */
@PreMatching
@ApplicationScoped
public class Endpoints implements ContainerRequestFilter {
    @Inject
    MizanRuntime runtime;

    @Inject
    CurrentCaller caller;

    @Inject
    ServletExchange exchange;

    @Inject
    Admission admission;

    @Inject
    CsrfToken csrf;

    @Inject
    Cors cors;

    @Inject
    ManifestAnswer manifest;

    @Inject
    EdgeHeaders edge;

    @Override
    public void filter(ContainerRequestContext request) {
        var endpoint = EndpointPath.of(request.getUriInfo().getPath(false));
        var response = answer(endpoint, request);
        cors.expose(request, response);
        request.abortWith(response);
    }

    private Response answer(EndpointPath endpoint, ContainerRequestContext request) {
        if (endpoint instanceof EndpointPath.Unknown
                || endpoint instanceof EndpointPath.Manifest && !manifest.exposed()) {
            return refuse(new Refusal(ErrorCode.NOT_FOUND, "There is no such endpoint."));
        }
        var method = request.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (endpoint instanceof EndpointPath.Context context && reads) {
            var response =
                    admitted(() -> runtime.pipeline().contexts().answer(context.name(), caller.query(), exchange));
            if (response.getStatus() == Response.Status.OK.getStatusCode()) {
                edge.context(context.name(), response.getHeaders()::add);
            }
            return response;
        }
        if (endpoint instanceof EndpointPath.Session && reads) {
            return session();
        }
        if (endpoint instanceof EndpointPath.Manifest && reads) {
            return manifest(request);
        }
        if (endpoint instanceof EndpointPath.Call && method.equals("POST")) {
            var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
            var length = length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
            return admitted(() -> runtime.pipeline().calls().answer(type, length, request.getEntityStream(), exchange));
        }
        var response = method.equals("OPTIONS")
                ? Answers.nothing()
                : refuse(new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "The endpoint does not answer to this method."));
        response.getHeaders().putSingle(HttpHeaders.ALLOW, endpoint.allow());
        return response;
    }

    private Response admitted(Supplier<Answer> work) {
        try {
            admission.enter();
        } catch (Refusal refusal) {
            return refuse(refusal);
        }
        try {
            return Answers.response(work.get());
        } finally {
            admission.leave();
        }
    }

    private Response session() {
        try {
            caller.requireValid();
        } catch (Refusal refusal) {
            return refuse(refusal);
        }
        var security = runtime.settings().security();
        csrf.give();
        return Answers.response(new SessionAnswer(runtime.mapper().provider(), security).of(caller));
    }

    private Response manifest(ContainerRequestContext request) {
        try {
            caller.requireValid();
        } catch (Refusal refusal) {
            return refuse(refusal);
        }
        return Answers.response(manifest.of(request.getUriInfo().getBaseUri()));
    }

    private Response refuse(Refusal refusal) {
        return Answers.response(runtime.pipeline().failures().answer(refusal, caller.schema(), "an endpoint", null));
    }

    /** The length that was announced; −1 when it was not, or by nonsense that the container let through. */
    private static long length(@Nullable String announced) {
        try {
            return announced == null ? -1 : Long.parseLong(announced.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
