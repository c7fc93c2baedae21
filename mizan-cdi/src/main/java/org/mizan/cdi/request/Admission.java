package org.mizan.cdi.request;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.runtime.MizanRuntime;
import org.mizan.core.call.Refusal;
import org.mizan.core.protocol.ErrorCode;

/** Refuses requests beyond {@code mizan.max-concurrent}. Thread-safe. */
@ApplicationScoped
public class Admission {
    @Inject
    MizanRuntime runtime;

    private @Nullable Semaphore places;

    @PostConstruct
    void start() {
        int most = runtime.settings().security().maxConcurrent();
        places = most == 0 ? null : new Semaphore(most);
    }

    /**
     * Lets a request in, which {@link #leave}s when it is answered.
     *
     * @throws Refusal 503 when there are too many
     */
    public void enter() {
        if (places != null && !places.tryAcquire()) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "The server is busy.");
        }
    }

    /** A request that was let in is answered. */
    public void leave() {
        if (places != null) {
            places.release();
        }
    }
}
