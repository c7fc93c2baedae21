package org.mizan.it.app.cache;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mizan.Client;

/** A mutation that is plain Jakarta REST, and one on a thread that no request is on, as of a timer. */
@Path("account/{userId}")
@RequestScoped
public class AccountResource {
    @Inject
    private Rows rows;

    @Inject
    private Accounts accounts;

    @Resource
    private ManagedExecutorService executor;

    @POST
    @Client(affects = AccountContext.class)
    public Response save(@PathParam("userId") long userId, @FormParam("name") String name) {
        rows.write(userId, name);
        return Response.seeOther(URI.create("/done")).build();
    }

    @POST
    @Path("background")
    public void background(@PathParam("userId") long userId, @QueryParam("name") String name)
            throws ExecutionException, InterruptedException, TimeoutException {
        executor.submit(() -> accounts.rename(userId, name)).get(20, TimeUnit.SECONDS);
    }
}
