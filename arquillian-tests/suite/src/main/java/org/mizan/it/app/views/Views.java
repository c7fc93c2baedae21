package org.mizan.it.app.views;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.mizan.Client;

/** Every kind of response that a resource can give, all of them saying that a thing became stale. */
@Path("views/{id}")
@RequestScoped
public class Views {
    private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    public record Body(String text) {}

    @GET
    @Path("entity")
    @Client(affects = ThingContext.class)
    public String entity(@PathParam("id") long id) {
        return "entity";
    }

    @POST
    @Path("json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Client(affects = ThingContext.class)
    public Body json(@PathParam("id") long id, Body body) {
        return new Body(body.text() + "!");
    }

    @POST
    @Path("see-other")
    @Client(affects = ThingContext.class)
    public Response seeOther(@PathParam("id") long id) {
        return Response.seeOther(URI.create("elsewhere")).build();
    }

    @POST
    @Path("created")
    @Client(affects = ThingContext.class)
    public Response created(@PathParam("id") long id) {
        return Response.created(URI.create("elsewhere")).entity("made").build();
    }

    @POST
    @Path("nothing")
    @Client(affects = ThingContext.class)
    public void nothing(@PathParam("id") long id) {
        // answers 204
    }

    @GET
    @Path("null")
    @Client(affects = ThingContext.class)
    public String nothingAtAll(@PathParam("id") long id) {
        return null;
    }

    @GET
    @Path("stage")
    @Client(affects = ThingContext.class)
    public CompletionStage<String> stage(@PathParam("id") long id) {
        return CompletableFuture.supplyAsync(() -> "stage", LATER);
    }

    @GET
    @Path("stream")
    @Client(affects = ThingContext.class)
    public StreamingOutput stream(@PathParam("id") long id) {
        return out -> out.write("stream".getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("async")
    @Client(affects = ThingContext.class)
    public void async(@PathParam("id") long id, @Suspended AsyncResponse response) {
        LATER.execute(() -> response.resume("async"));
    }

    @GET
    @Path("async-at-once")
    @Client(affects = ThingContext.class)
    public void asyncAtOnce(@PathParam("id") long id, @Suspended AsyncResponse response) throws Exception {
        CompletableFuture.runAsync(() -> response.resume("at once")).get();
        Thread.sleep(100);
    }

    @GET
    @Path("async-inside")
    @Client(affects = ThingContext.class)
    public void asyncInside(@PathParam("id") long id, @Suspended AsyncResponse response) {
        response.resume("inside");
    }

    @GET
    @Path("sse")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Client(affects = ThingContext.class)
    public void sse(@PathParam("id") long id, @Context SseEventSink sink, @Context Sse sse) {
        LATER.execute(() -> {
            sink.send(sse.newEvent("sse"));
            sink.close();
        });
    }

    @GET
    @Path("sse-inside")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Client(affects = ThingContext.class)
    public void sseInside(@PathParam("id") long id, @Context SseEventSink sink, @Context Sse sse) {
        sink.send(sse.newEvent("sse"));
        sink.close();
    }

    @GET
    @Path("cached")
    @Client(affects = ThingContext.class)
    public Response cached(@PathParam("id") long id) {
        var own = new CacheControl();
        own.setMaxAge(60);
        own.setNoTransform(false);
        return Response.ok("cached").cacheControl(own).build();
    }

    @GET
    @Path("read")
    @Client(context = ThingContext.class)
    public String read(@PathParam("id") long id) {
        return "read";
    }

    @GET
    @Path("plain")
    public String plain(@PathParam("id") long id) {
        return "plain";
    }
}
