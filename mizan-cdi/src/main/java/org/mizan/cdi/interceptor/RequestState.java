package org.mizan.cdi.interceptor;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.mizan.cdi.runtime.Deployment;

/** What is known of the request: its targets, and the calls that are running in it. */
@RequestScoped
public class RequestState {
    @Inject
    Deployment deployment;

    private final Deque<Run> running = new ConcurrentLinkedDeque<>();
    private final Queue<ShownContext> shown = new ConcurrentLinkedQueue<>();
    private RequestTargets targets;

    @PostConstruct
    void start() {
        targets = new RequestTargets(deployment.settings().maxHeader());
    }

    /** The targets of the request; the object itself, not a proxy. */
    public RequestTargets targets() {
        return targets;
    }

    /** The page shows a context. */
    public void show(ShownContext context) {
        shown.add(context);
    }

    /** What the page shows, in the order in which it was said. */
    public List<ShownContext> shown() {
        return List.copyOf(shown);
    }

    void begin(Run run) {
        running.push(run);
    }

    void end(Run run) {
        running.remove(run);
    }

    /** The innermost call that runs; null when none does. */
    @Nullable
    Run current() {
        return running.peek();
    }
}
