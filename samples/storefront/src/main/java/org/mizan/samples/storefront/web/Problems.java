package org.mizan.samples.storefront.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mizan.MizanException;

/** What the pages say of the shop's own errors, as of a cart that does not exist; Mizan answers them on its own paths only. */
@Provider
public class Problems implements ExceptionMapper<MizanException> {

    @Override
    public Response toResponse(MizanException problem) {
        return Response.status(problem.status())
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(problem.getMessage() + "\n")
                .build();
    }
}
