package org.mizan.it.app.guarded;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.Shared;
import org.mizan.spi.RoleSource;

/** Says who the caller is; knows who has lost his roles. */
@ApplicationScoped
@PermitAll
public class Whoami implements RoleSource {
    /** Shared, and asked for the caller all the same. */
    @Shared
    public static final class TaintedContext implements ReactContext {}

    /** Shared, rightly. */
    @Shared
    public static final class CommonContext implements ReactContext {}

    @Inject
    private Caller caller;

    private final Set<String> demoted = ConcurrentHashMap.newKeySet();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);

    @Client
    public String whoami() {
        return caller.authentication() + (caller.authenticated() ? " " + caller.id() + " " + caller.roles() : "");
    }

    @Client(context = TaintedContext.class)
    public String tainted() {
        return whoami();
    }

    @Client(context = CommonContext.class)
    public String common() {
        return "common";
    }

    @Client
    public void demote(String id) {
        demoted.add(id);
    }

    @Client
    public void slow() throws InterruptedException {
        begun.release();
        mayEnd.tryAcquire(20, TimeUnit.SECONDS);
    }

    /** Lets every slow call end; waits for two of them to have begun. */
    public void end() throws InterruptedException {
        begun.tryAcquire(2, 20, TimeUnit.SECONDS);
        mayEnd.release(2);
    }

    @Override
    public Optional<Set<String>> roles(String callerId) {
        return demoted.contains(callerId) ? Optional.of(Set.of()) : Optional.empty();
    }
}
