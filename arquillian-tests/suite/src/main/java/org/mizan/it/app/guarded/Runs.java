package org.mizan.it.app.guarded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.mizan.Caller;

/** Which functions ran, with which number, and for whom: the first 100,000 since somebody asked. */
@ApplicationScoped
public class Runs {
    private static final int MOST = 100_000;

    @Inject
    private Caller caller;

    private final BlockingQueue<String> runs = new LinkedBlockingQueue<>(MOST);

    void add(String function, int number) {
        boolean somebody = caller.authenticated();
        runs.offer(function + " " + number + " " + caller.authentication()
                + (somebody ? " " + caller.id() + " " + caller.roles() : ""));
    }

    /** One text each, function, number, proof, id, roles; the next answer begins after them. */
    public List<String> take() {
        var taken = new ArrayList<String>();
        runs.drainTo(taken);
        return taken;
    }
}
