package org.mizan.it.app.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.mizan.Client;

/** A page with a plain form, which MVC protects. */
@Path("note")
@Controller
@RequestScoped
public class NotePage {
    @Inject
    private Models models;

    @Inject
    private MvcContext mvc;

    @Inject
    private Notes notes;

    @GET
    @Client(context = Notes.NotesContext.class)
    public String show() {
        models.put("name", mvc.getCsrf().getName());
        models.put("token", mvc.getCsrf().getToken());
        return "note.txt";
    }

    @POST
    @CsrfProtected
    @Client(affects = Notes.NotesContext.class)
    public String write(@FormParam("text") String text) {
        notes.write(text);
        return "redirect:note";
    }
}
