package org.mizan.it.app.guarded;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Functions whose every run is recorded: inside of all that could keep them from running. */
public abstract class Recorded {
    @Inject
    Runs runs;

    @AroundInvoke
    Object record(InvocationContext invocation) throws Exception {
        runs.add(invocation.getMethod().getName(), (Integer) invocation.getParameters()[0]);
        return invocation.proceed();
    }
}
