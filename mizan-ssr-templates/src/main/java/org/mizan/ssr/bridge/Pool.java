package org.mizan.ssr.bridge;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mizan.core.config.SsrSettings;
import org.mizan.ssr.process.ChildProcess;

/**
 * The workers, and the renders that wait for one. Thread-safe.
 *
 * <p>There are as many fresh workers as the settings say, or they are being started. A worker that is to be replaced
 * renders until a fresh one is ready, then answers what it has and ends: so no render is lost to that.
 */
final class Pool implements AutoCloseable {
    /** So many that a worker never waits for the next one, so few that little is lost with it. */
    static final int MOST_IN_FLIGHT = 8;

    private static final int DEATHS_UNTIL_BROKEN = 3;
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(10);
    /** Then most likely a view is to blame, and others wait. */
    private static final long LONGEST_PAUSE_AFTER_READY = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long CLOSING_MILLIS = 2_000;

    private final SsrSettings settings;
    private final Launch launch;
    private final JsonProvider json;
    private final Logger log;
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.
    private final List<Worker> workers = new ArrayList<>();
    private final Deque<Render> waiting = new ArrayDeque<>();
    private boolean wanted;
    private boolean closed;
    private int starts;
    /** How many have ended in a row without having rendered a page. */
    private int deaths;

    private long startNotBefore = System.nanoTime();
    /** Why there is no worker, when trying on is not worth waiting for. */
    private @Nullable String broken;

    Pool(SsrSettings settings, Launch launch, JsonProvider json, Logger log) {
        this.settings = settings;
        this.launch = launch;
        this.json = json;
        this.log = log;
    }

    SsrSettings settings() {
        return settings;
    }

    /** Starts the workers, unless they run. */
    void start() {
        lock.lock();
        try {
            wanted = true;
            fillUp();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a worker with a place for a render, at once or when its turn comes.
     *
     * @param again whether it was admitted before: then it waits in front, and however many there are
     */
    void enqueue(Render render, boolean again) throws RenderException {
        lock.lock();
        try {
            if (closed) {
                throw new RenderException.Worker(BridgeMessages.closed(render.view), null);
            }
            wanted = true;
            fillUp();
            var free = waiting.isEmpty() ? free() : null;
            if (free != null) {
                free.inFlight++;
                render.turn.complete(free);
            } else if (broken != null && !anyReady()) {
                throw new RenderException.Worker(BridgeMessages.notReady(render.view, broken), null);
            } else if (again) {
                waiting.addFirst(render);
            } else if (waiting.size() < settings.queue()) {
                waiting.addLast(render);
            } else {
                throw new RenderException.Overloaded(
                        BridgeMessages.overloaded(render.view, settings.queue()), Bridge.RETRY_AFTER);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives a render's turn up; what it may already have been given is free for the next. */
    void giveUp(Render render) {
        lock.lock();
        try {
            if (!waiting.remove(render) && render.turn.isDone() && !render.turn.isCompletedExceptionally()) {
                release(render.turn.join());
            }
        } finally {
            lock.unlock();
        }
    }

    /** What to say to somebody who has waited in vain. */
    RenderException waitedTooLong(Render render) {
        lock.lock();
        try {
            if (anyReady()) {
                return new RenderException.Overloaded(
                        BridgeMessages.waitedTooLong(render.view, settings.timeout()), Bridge.RETRY_AFTER);
            }
            var why = broken == null
                    ? "none has got ready in " + settings.timeout().toMillis() + " ms."
                    : broken;
            return new RenderException.Worker(BridgeMessages.notReady(render.view, why), null);
        } finally {
            lock.unlock();
        }
    }

    private boolean anyReady() {
        return workers.stream().anyMatch(worker -> worker.ready);
    }

    private @Nullable Worker free() {
        Worker best = null;
        for (var worker : workers) {
            if (worker.ready
                    && worker.drainingSince == 0
                    && worker.inFlight < MOST_IN_FLIGHT
                    && (best == null || worker.inFlight < best.inFlight)) {
                best = worker;
            }
        }
        return best;
    }

    private void serve() {
        for (var free = free(); free != null && !waiting.isEmpty(); free = free()) {
            free.inFlight++;
            waiting.removeFirst().turn.complete(free);
        }
    }

    private void release(Worker worker) {
        worker.inFlight--;
        if (worker.drainingSince != 0 && worker.inFlight == 0) {
            worker.finish();
        }
        serve();
    }

    /** A worker has answered. */
    void answered(Worker worker) {
        lock.lock();
        try {
            deaths = 0;
            worker.renders++;
            release(worker);
        } finally {
            lock.unlock();
        }
    }

    /** A worker has said that it is ready. */
    void ready(Worker worker) {
        lock.lock();
        try {
            if (!worker.wasKilled() && !closed) {
                worker.ready = true;
                worker.everReady = true;
                broken = null;
                retire();
                serve();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A worker is about to be killed. */
    void unready(Worker worker) {
        lock.lock();
        try {
            worker.ready = false;
        } finally {
            lock.unlock();
        }
    }

    /** A worker cannot be started at all. */
    void cannotStart(String why) {
        lock.lock();
        try {
            breakDown(why);
        } finally {
            lock.unlock();
        }
    }

    /** A worker did not get ready in time, and will be killed. */
    void neverReady(Worker worker, long millis) {
        lock.lock();
        try {
            breakDown(BridgeMessages.neverStarted("it took more than " + millis + " ms", worker.lastLines()));
        } finally {
            lock.unlock();
        }
    }

    private void breakDown(String why) {
        if (broken == null) {
            log.log(Level.ERROR, why);
        }
        broken = why;
        if (!anyReady()) {
            for (var render : waiting) {
                render.turn.completeExceptionally(new Render.Refusal(
                        new RenderException.Worker(BridgeMessages.notReady(render.view, why), null)));
            }
            waiting.clear();
        }
    }

    /** A worker's process has ended. */
    void ended(Worker worker, String why) {
        lock.lock();
        try {
            boolean orderly = worker.drainingSince != 0 && worker.inFlight == 0;
            workers.remove(worker);
            if (closed || orderly) {
                return;
            }
            if (worker.pid() != 0) {
                log.log(Level.WARNING, BridgeMessages.workerLost(worker.pid(), why, worker.lastLines()));
            }
            if (worker.renders == 0) {
                deaths++;
                long longest = worker.everReady ? LONGEST_PAUSE_AFTER_READY : LONGEST_PAUSE;
                startNotBefore = System.nanoTime() + Math.min(longest, FIRST_PAUSE << Math.min(10, deaths - 1));
                if (deaths >= DEATHS_UNTIL_BROKEN && !worker.everReady && worker.pid() != 0) {
                    breakDown(BridgeMessages.neverStarted(why, worker.lastLines()));
                }
            }
            worker.ready = false;
            fillUp();
        } finally {
            lock.unlock();
        }
    }

    /** Starts as many as are missing, unless the last ones failed a moment ago. */
    void fillUp() {
        lock.lock();
        try {
            if (!wanted || closed || (deaths > 0 && System.nanoTime() - startNotBefore < 0)) {
                return;
            }
            long fresh = workers.stream().filter(worker -> !worker.retired).count();
            for (; fresh < settings.workers(); fresh++) {
                var worker = new Worker(this, ++starts);
                workers.add(worker);
                worker.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets workers go that are to be replaced and for which fresh ones are there. */
    private void retire() {
        long surplus = workers.stream()
                        .filter(worker -> worker.ready && worker.drainingSince == 0)
                        .count()
                - settings.workers();
        for (var worker : workers) {
            if (surplus > 0 && worker.retired && worker.ready && worker.drainingSince == 0) {
                surplus--;
                worker.drainingSince = System.nanoTime();
                if (worker.inFlight == 0) {
                    worker.finish();
                }
            }
        }
    }

    /** Replaces all workers that there are now. */
    void replaceAll() {
        lock.lock();
        try {
            workers.forEach(worker -> worker.retired = true);
            fillUp();
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the oldest of those that the settings say have lived long enough; one at a time, each costs memory. */
    void recycle(long now) {
        lock.lock();
        try {
            if (workers.stream().anyMatch(worker -> worker.retired)) {
                return;
            }
            workers.stream()
                    .filter(worker -> worker.ready && isUsedUp(worker, now))
                    .min(Comparator.comparingLong(worker -> worker.started() - now))
                    .ifPresent(worker -> {
                        worker.retired = true;
                        log.log(Level.DEBUG, "Worker {0} is replaced.", worker.pid());
                        fillUp();
                    });
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsedUp(Worker worker, long now) {
        var limits = settings.recycle();
        return (limits.renders() > 0 && worker.renders >= limits.renders())
                || (!limits.age().isZero()
                        && now - worker.started() > limits.age().toNanos())
                || (limits.rss() > 0 && worker.rss() > limits.rss());
    }

    List<Worker> workers() {
        lock.lock();
        try {
            return List.copyOf(workers);
        } finally {
            lock.unlock();
        }
    }

    /** Starts a process. */
    ChildProcess launch(String name, Consumer<String> errors) throws IOException {
        return ChildProcess.start(name, launch.command(), launch.environment(), launch.folder(), errors);
    }

    FrameReader frames(InputStream in) {
        return new FrameReader(in, json, settings.maxPage());
    }

    /** A view has printed something. */
    void printed(String line) {
        log.log(Level.INFO, "View: {0}", line);
    }

    /** How many: started so far, ready, and waiting renders. */
    int[] counts() {
        lock.lock();
        try {
            int ready = (int) workers.stream().filter(worker -> worker.ready).count();
            return new int[] {starts, ready, waiting.size()};
        } finally {
            lock.unlock();
        }
    }

    /** Kills all workers; renders fail. Waits until the threads have ended. */
    @Override
    public void close() {
        List<Worker> all;
        lock.lock();
        try {
            closed = true;
            all = List.copyOf(workers);
            for (var render : waiting) {
                render.turn.completeExceptionally(
                        new Render.Refusal(new RenderException.Worker(BridgeMessages.closed(render.view), null)));
            }
            waiting.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(worker -> worker.kill("the application is ending"));
        try {
            for (var worker : all) {
                worker.join(CLOSING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
