package org.mizan.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.cache.CacheUnavailableException;
import org.mizan.core.schema.FunctionModel;

/**
 * Stands around every {@code @Client} method, outside {@code @Transactional}: whoever calls it, what it made stale is
 * recorded here and nowhere else.
 *
 * <p>A transaction that the method runs in publishes at its commit ({@link TransactionInterceptor}); a method that
 * runs in none, when it ends. On a thread without a request scope one is active while the method runs.
 */
@Client
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ClientInterceptor {
    @Inject
    MizanRuntime runtime;

    @Inject
    Invalidator invalidator;

    @Inject
    RequestState request;

    @Inject
    RequestScopes scopes;

    @Inject
    ViewAccess views;

    /** Runs the method and records. */
    @AroundInvoke
    public @Nullable Object around(InvocationContext invocation) throws Exception {
        var function = runtime.functions().of(invocation.getMethod());
        return function.isEmpty() ? invocation.proceed() : scopes.in(() -> run(function.get(), invocation));
    }

    private @Nullable Object run(FunctionModel function, InvocationContext invocation) throws Exception {
        var here = request.targets();
        views.check(function, invocation.getParameters(), here);
        var run = new Run(runtime.pipeline().scopes().of(function, invocation.getParameters()), here, runtime.cache());
        invocation.getContextData().put(Run.KEY, run);
        request.begin(run);
        Object result;
        try {
            result = invocation.proceed();
        } catch (CacheUnavailableException e) {
            end(run);
            run.response().discard();
            throw views.refused(function, e, here);
        } catch (Throwable e) {
            end(run);
            run.response().discard();
            throw e;
        } finally {
            request.end(run);
        }
        if (result instanceof CompletionStage<?> stage) {
            return whenEnded(stage, run, invocation.getMethod().getReturnType());
        }
        end(run);
        run.response().release();
        return result;
    }

    private void end(Run run) {
        invalidator.tell(run.end(), run.here());
    }

    /** A stage that ends after the run is recorded, exactly as the method's own did. */
    private Object whenEnded(CompletionStage<?> stage, Run run, Class<?> type) {
        var after = new CompletableFuture<@Nullable Object>();
        stage.whenComplete((value, failure) -> {
            end(run);
            if (failure == null) {
                after.complete(value);
            } else {
                after.completeExceptionally(failure);
            }
        });
        return type.isAssignableFrom(CompletableFuture.class) ? after : stage;
    }
}
