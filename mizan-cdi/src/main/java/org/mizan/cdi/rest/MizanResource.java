package org.mizan.cdi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.mizan.cdi.interceptor.RequestState;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Answer;

/*
 * The shape matters. A user's application that scans finds this class too, and must not lose a path to it. Jersey and
 * RESTEasy both prefer a resource class whose @Path has more literal characters, and a method whose template has: so
 * the class has the emptiest path there is, and the methods have templates without a literal character, {mizan: call}
 * instead of call.
 */
/** The endpoints of PROTOCOL §2. Thin: it hands over to the pipeline. */
@Path("/")
@RequestScoped
public class MizanResource {
    @Inject
    MizanRuntime runtime;

    @Inject
    RequestState state;

    @Inject
    CurrentCaller caller;

    @Context
    Configuration configuration;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** Reads a context. */
    @GET
    @Path("{mizan: ctx}/{context}")
    public Response context(@PathParam("context") String name) {
        var answer = runtime.pipeline().contexts().answer(name, request.getQueryString(), exchange());
        return Answers.response(answer);
    }

    /** Calls a function. */
    @POST
    @Path("{mizan: call}")
    public Response call(InputStream body) {
        Answer answer = runtime.pipeline()
                .calls()
                .answer(request.getContentType(), request.getContentLengthLong(), body, exchange());
        return Answers.response(answer);
    }

    /** Tells who the caller is. */
    @GET
    @Path("{mizan: session}")
    public Response session() {
        requireOwnApplication();
        return Answers.response(new SessionAnswer(runtime.mapper().provider()).of(caller));
    }

    private ServletExchange exchange() {
        requireOwnApplication();
        return new ServletExchange(request, response, state.targets(), caller);
    }

    private void requireOwnApplication() {
        if (configuration.getProperty(MizanApplication.MARKER) == null) {
            throw new NotFoundException();
        }
    }
}
