package org.mizan.it.app.outcomes;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Reaches what is no function, over plain Jakarta REST. */
@Path("plain/{id}")
@RequestScoped
public class PlainResource {
    @Inject
    private Plain plain;

    @Inject
    private Inner inner;

    @Resource
    private ManagedExecutorService managed;

    @Context
    private HttpServletResponse response;

    @POST
    @Path("around")
    public boolean around(@PathParam("id") long id, @QueryParam("commit") boolean commit) {
        return plain.saidTooEarly(id, commit, () -> response.containsHeader("X-Mizan-Invalidate"));
    }

    @POST
    @Path("add")
    public void add(@PathParam("id") long id, @QueryParam("commit") boolean commit) {
        plain.add(id, commit);
    }

    @POST
    @Path("add-at-once")
    public void addAtOnce(@PathParam("id") long id) {
        plain.addAtOnce(id);
    }

    @POST
    @Path("thread")
    public String thread(@PathParam("id") long id) throws Exception {
        return on(command -> new Thread(command).start(), id);
    }

    @POST
    @Path("executor")
    public String executor(@PathParam("id") long id) throws Exception {
        return on(managed, id);
    }

    private String on(Executor executor, long id) throws Exception {
        return CompletableFuture.supplyAsync(
                        () -> Threads.outcome(() -> {
                            inner.joined(id);
                            inner.notSupported(id);
                            plain.add(id, true);
                            plain.addAtOnce(id);
                        }),
                        executor)
                .get();
    }
}
