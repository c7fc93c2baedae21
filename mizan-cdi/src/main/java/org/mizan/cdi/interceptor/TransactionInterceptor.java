package org.mizan.cdi.interceptor;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;

/**
 * Stands directly inside {@code @Transactional} and sees the transaction that the method really runs in: its own, a
 * larger one, or none. Only from here can a rolled-back transaction be told from one that committed despite an
 * exception.
 */
@Client
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
public class TransactionInterceptor {
    @Inject
    Invalidator invalidator;

    /** Hands what the method makes stale to its transaction, if there is one. */
    @AroundInvoke
    public @Nullable Object around(InvocationContext invocation) throws Exception {
        if (invocation.getContextData().get(Run.KEY) instanceof Run run) {
            boolean inTransaction = invalidator.inTransaction();
            run.begin(inTransaction);
            if (inTransaction) {
                invalidator.collect(run.declared());
                invocation.setParameters(run.response().hold(invocation.getParameters()));
            } else {
                // Its end makes all this stale however it ends, and the method itself may begin the response.
                run.here().add(run.declared());
            }
        }
        return invocation.proceed();
    }
}
