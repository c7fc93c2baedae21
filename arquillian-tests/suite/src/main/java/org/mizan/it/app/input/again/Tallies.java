package org.mizan.it.app.input.again;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Positive;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mizan.Client;
import org.mizan.Guarded;
import org.mizan.Invalidations;
import org.mizan.Route;

/** Counts, in a transaction. */
@ApplicationScoped
public class Tallies {
    private final AtomicInteger count = new AtomicInteger();

    @Inject
    private Invalidations invalidations;

    /** What is shown of a tally. */
    public record Tally(int id, int count) {}

    @Client(context = TallyContext.class)
    public Tally tally(int id) {
        return new Tally(id, count.get());
    }

    @Client(affects = TallyContext.class)
    @Transactional
    @Guarded(Patient.class)
    public Tally mark(int id, @Positive int times) {
        return new Tally(id, count.addAndGet(times));
    }

    @Client
    @Transactional
    @Route(path = "/marks/{id}", methods = "POST")
    public void marked(int id) {
        invalidations.add(TallyContext.class, Map.of("id", id));
    }

    @Client(affects = TallyContext.class)
    @Transactional
    public void fail(int id) {
        throw new IllegalStateException("rolled back");
    }
}
