package org.mizan.it.app.views;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.mizan.Client;

/** Mutations that fail, in every way. */
@Path("errors/{id}")
@RequestScoped
public class Errors {
    @Inject
    private Things things;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @GET
    @Path("mapped-rolled-back")
    @Client(affects = ThingContext.class)
    @Transactional
    public String mappedRolledBack(@PathParam("id") long id) {
        throw new Teapot();
    }

    @GET
    @Path("mapped-committed")
    @Client(affects = ThingContext.class)
    @Transactional(dontRollbackOn = Teapot.class)
    public String mappedCommitted(@PathParam("id") long id) {
        throw new Teapot();
    }

    @GET
    @Path("mapped-no-transaction")
    @Client(affects = ThingContext.class)
    public String mappedNoTransaction(@PathParam("id") long id) {
        throw new Teapot();
    }

    @GET
    @Path("unmapped-rolled-back")
    @Client(affects = ThingContext.class)
    @Transactional
    public String unmappedRolledBack(@PathParam("id") long id) {
        throw new IllegalStateException("secret");
    }

    @GET
    @Path("unmapped-committed")
    @Client(affects = ThingContext.class)
    @Transactional(dontRollbackOn = IllegalStateException.class)
    public String unmappedCommitted(@PathParam("id") long id) {
        throw new IllegalStateException("secret");
    }

    @GET
    @Path("not-found-rolled-back")
    @Client(affects = ThingContext.class)
    @Transactional
    public String notFoundRolledBack(@PathParam("id") long id) {
        throw new NotFoundException();
    }

    @GET
    @Path("not-found-no-transaction")
    @Client(affects = ThingContext.class)
    public String notFoundNoTransaction(@PathParam("id") long id) {
        throw new NotFoundException();
    }

    @GET
    @Path("stage-rolled-back")
    @Client(affects = ThingContext.class)
    @Transactional
    public CompletionStage<String> stageRolledBack(@PathParam("id") long id) {
        transactions.setRollbackOnly();
        return CompletableFuture.failedFuture(new Teapot());
    }

    @GET
    @Path("stage-no-transaction")
    @Client(affects = ThingContext.class)
    public CompletionStage<String> stageNoTransaction(@PathParam("id") long id) {
        return CompletableFuture.failedFuture(new Teapot());
    }

    @GET
    @Path("stage-unmapped")
    @Client(affects = ThingContext.class)
    public CompletionStage<String> stageUnmapped(@PathParam("id") long id) {
        return CompletableFuture.supplyAsync(
                () -> {
                    throw new IllegalStateException("secret");
                },
                CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    }

    @GET
    @Path("inner-committed")
    public String innerCommitted(@PathParam("id") long id) {
        things.touch(id);
        throw new Teapot();
    }

    @GET
    @Path("inner-joined")
    @Transactional
    public String innerJoined(@PathParam("id") long id) {
        things.touch(id);
        throw new Teapot();
    }
}
