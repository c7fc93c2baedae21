package org.mizan.it.app.smoke;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Reads and writes notes as JSON. */
@Path("notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {
    public record Draft(String text) {}

    @Inject
    private Notes notes;

    @GET
    public List<String> all() {
        return notes.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void add(Draft draft) {
        notes.add(draft.text());
    }

    @POST
    @Path("refused")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refuse(Draft draft) {
        try {
            notes.addAndFail(draft.text());
        } catch (IllegalStateException e) {
            return Response.status(Response.Status.CONFLICT).build();
        }
        return Response.noContent().build();
    }
}
