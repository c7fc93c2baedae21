package org.mizan.it.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mizan.it.fuzz.Plan.Attempt;

/**
 * Sends spoilt requests, each made from the seed and its own number alone, and judges what comes back and what ran.
 * Ends when the time is over, the count is reached, or enough was wrong.
 */
public final class Fuzzer {
    private static final int BATCH = 2_000;
    private static final int WORKERS = 2;
    private static final int ENOUGH_FAILURES = 20;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final URI site;
    private final String server;
    private final Supplier<List<Credentials>> callers;
    private final long seed;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long tried;

    /**
     * Creates one.
     *
     * @param site the application's address
     * @param server whose it is
     * @param callers signs everybody in anew: tokens do not live long
     */
    public Fuzzer(URI site, String server, Supplier<List<Credentials>> callers, long seed) {
        this.site = site;
        this.server = server;
        this.callers = callers;
        this.seed = seed;
    }

    /** Begins with the request of a number; what was wrong is empty if nothing was. */
    public List<String> run(long first, long most, long seconds) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long signedIn = System.nanoTime();
        var plan = new Plan(site, callers.get(), seed);
        var wires = new ArrayList<Wire>();
        try {
            for (int i = 0; i < WORKERS; i++) {
                wires.add(new Wire(site));
            }
            while (tried < most && System.nanoTime() < end && failures.size() < ENOUGH_FAILURES) {
                if (System.nanoTime() - signedIn > FRESH_NANOS) {
                    plan = new Plan(site, callers.get(), seed);
                    signedIn = System.nanoTime();
                }
                batch(plan, wires, first + tried);
                tried += BATCH;
            }
        } finally {
            wires.forEach(Wire::close);
        }
        return failures;
    }

    /** How many requests were sent. */
    public long tried() {
        return tried;
    }

    /** How often requests of which purpose were answered with which status; {@code none} is a closed connection. */
    public Map<String, Integer> statuses() {
        return statuses;
    }

    private void batch(Plan plan, List<Wire> wires, long first) throws IOException {
        var judge = new Judge(server);
        var attempts = new ArrayList<Attempt>();
        for (long i = first; i < first + BATCH; i++) {
            attempts.add(plan.attempt(i));
        }
        for (var warm : plan.warming()) {
            send(warm, wires.get(0), judge);
        }
        var work = new ArrayList<CompletableFuture<Void>>();
        for (int worker = 0; worker < WORKERS; worker++) {
            int from = worker;
            work.add(CompletableFuture.runAsync(() -> {
                for (int i = from; i < BATCH; i += WORKERS) {
                    send(attempts.get(i), wires.get(from), judge);
                }
            }));
        }
        work.forEach(CompletableFuture::join);
        judge.runs(attempts, runs(wires.get(0)));
        judge.statuses().forEach((what, count) -> statuses.merge(what, count, Integer::sum));
        failures.addAll(judge.failures());
    }

    private static void send(Attempt attempt, Wire wire, Judge judge) {
        var before = wire.before();
        try {
            judge.replies(attempt, before, wire.send(attempt.draft()));
        } catch (IOException | RuntimeException e) {
            judge.failed(attempt, before, "no reply that could be read: " + e, List.of());
            wire.close();
        }
    }

    private List<String> runs(Wire wire) throws IOException {
        var draft = new Draft("GET", site.getRawPath() + "runs", new byte[0]).with("Host", site.getAuthority());
        var replies = wire.send(draft);
        if (replies.size() != 1 || replies.get(0).status() != 200) {
            throw new UncheckedIOException(new IOException("what ran is not known: " + replies));
        }
        return replies.get(0).body().lines().toList();
    }
}
