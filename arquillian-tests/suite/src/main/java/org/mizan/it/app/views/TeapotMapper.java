package org.mizan.it.app.views;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The application's own answer to one of its exceptions. */
@Provider
public class TeapotMapper implements ExceptionMapper<Teapot> {
    @Override
    public Response toResponse(Teapot failure) {
        return Response.status(418).entity("teapot").type("text/plain").build();
    }
}
