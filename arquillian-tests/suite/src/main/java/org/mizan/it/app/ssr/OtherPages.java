package org.mizan.it.app.ssr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import org.mizan.ssr.DataScript;
import org.mizan.ssr.Nonce;

/** Pages that fail, hang, take their time, are not there, or have another status. */
@Path("pages")
@Controller
@RequestScoped
public class OtherPages {
    private static final String POLICY = "Content-Security-Policy";

    @Inject
    Models models;

    @Inject
    Nonce nonce;

    @GET
    @Path("named")
    public String named(@QueryParam("view") String view) {
        return view;
    }

    @GET
    @Path("gone")
    public Response gone() {
        models.put("who", "nobody");
        return Response.status(410).header("X-Own", "kept").entity("Hello.tsx").build();
    }

    @GET
    @Path("nonce")
    public Response nonce() {
        models.put("who", "nonce");
        return Response.ok("Hello.tsx")
                .header(POLICY, "script-src 'self' 'nonce-" + nonce.value() + "'")
                .build();
    }

    @GET
    @Path("hash")
    public Response hash(@Context HttpServletResponse response) {
        models.put("who", "Ünal <&>\u2028");
        response.addHeader(POLICY, "default-src 'self'");
        response.addHeader(POLICY, "script-src " + DataScript.SOURCE);
        return Response.ok("Hello.tsx")
                .header(POLICY + "-Report-Only", "script-src 'self' " + DataScript.SOURCE)
                .build();
    }

    @GET
    @Path("hello")
    public String hello(@QueryParam("who") String who) {
        models.put("who", who);
        return "Hello.tsx";
    }

    @PUT
    @Path("hello")
    public String put(@FormParam("who") String who) {
        return hello("put " + who);
    }

    @GET
    @Path("slow/{millis}")
    public String slow(@PathParam("millis") long millis) {
        models.put("millis", millis);
        return "Slow.tsx";
    }

    @GET
    @Path("hostile/{kind}")
    public String hostile(@PathParam("kind") String kind) {
        models.put("value", HostileValues.of(kind));
        return "Hostile.tsx";
    }

    @GET
    @Path("tickets/{ticket}")
    public String ticket(@PathParam("ticket") String ticket) {
        models.put("ticket", ticket);
        models.put("rows", Collections.nCopies(50, ticket));
        return "Ticket.tsx";
    }
}
