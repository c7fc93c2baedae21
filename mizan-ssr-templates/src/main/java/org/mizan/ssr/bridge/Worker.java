package org.mizan.ssr.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mizan.ssr.process.ChildProcess;

/**
 * One process, from its start to its end, on one thread that starts it and then reads what it writes. Thread-safe.
 *
 * <p>Requests are written by the threads that render. The reading thread never writes, so the process can always get
 * rid of its answers, and whoever writes a large request gets rid of that. A write that a hanging process blocks ends
 * when the process is killed for being late.
 */
final class Worker {
    private static final int LINES_KEPT = 10;

    private final Pool pool;
    private final long started = System.nanoTime();
    private final ReentrantLock writing = new ReentrantLock();
    /** What was sent and not answered, in the order sent. */
    private final ConcurrentSkipListMap<Long, Render> unanswered = new ConcurrentSkipListMap<>();

    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread thread;
    private volatile @Nullable ChildProcess process;
    private volatile @Nullable String killedBecause;
    private volatile boolean ended;
    private volatile long rss;
    private volatile long heard = started;
    /** When it was asked how it is; 0 when it has answered. */
    private volatile long pinged;

    private volatile boolean pingDue;
    // Guarded by the writing lock.
    private long lastId;

    // Written under the lock of the pool.
    volatile int inFlight;
    long renders;
    volatile boolean ready;
    boolean everReady;
    /** Whether a fresh worker shall take its place. */
    boolean retired;
    /** When it was given its last render, as it has been replaced; 0 as long as it has not. */
    volatile long drainingSince;

    Worker(Pool pool, int number) {
        this.pool = pool;
        this.thread = new Thread(this::run, "mizan-ssr-worker-" + number);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    private void run() {
        String why;
        try {
            var child = pool.launch(thread.getName() + "-errors", this::printed);
            process = child;
            if (killedBecause != null) {
                child.destroyForcibly();
            }
            why = read(child);
        } catch (IOException | RuntimeException e) {
            why = String.valueOf(e.getMessage());
            pool.cannotStart(why);
        }
        end(why);
    }

    private String read(ChildProcess child) {
        String why;
        try {
            var frames = pool.frames(child.output());
            while (true) {
                handle(frames.next());
            }
        } catch (FrameReader.GarbageException e) {
            why = String.valueOf(e.getMessage());
        } catch (IOException e) {
            why = "it ended" + exitCode(child);
        } catch (RuntimeException e) {
            why = "it wrote what cannot be understood: " + e;
        }
        child.destroyForcibly();
        var killed = killedBecause;
        return killed == null ? why : killed;
    }

    private static String exitCode(ChildProcess child) {
        try {
            return child.waitFor(1_000) ? " with exit code " + child.onExit().join() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void handle(FrameReader.Frame frame) {
        long now = System.nanoTime();
        heard = now;
        if (frame instanceof FrameReader.Page page) {
            answered(page.id(), now, new Render.Page(page.page()));
        } else if (frame instanceof FrameReader.Thrown thrown) {
            var render = unanswered.get(thrown.id());
            var view = render == null ? "" : render.view;
            answered(
                    thrown.id(),
                    now,
                    new Render.Failed(new RenderException.Component(
                            BridgeMessages.component(view, thrown.place()), thrown.place())));
        } else if (frame instanceof FrameReader.TooLarge large) {
            var render = unanswered.get(large.id());
            var view = render == null ? "" : render.view;
            answered(
                    large.id(),
                    now,
                    new Render.Failed(new RenderException.Worker(
                            BridgeMessages.tooLarge(
                                    view, large.length(), pool.settings().maxPage()),
                            null)));
        } else if (frame instanceof FrameReader.Pong pong) {
            rss = pong.rss();
            pinged = 0;
        } else {
            pool.ready(this);
        }
    }

    /** What was sent later cannot have begun before: the process renders one at a time, unless it waits for something. */
    private void answered(long id, long now, Render.Outcome outcome) {
        var render = unanswered.remove(id);
        if (render == null) {
            return;
        }
        for (var later : unanswered.tailMap(id, false).values()) {
            later.mayHaveBegun(now);
        }
        pool.answered(this);
        render.outcome.complete(outcome);
    }

    /** Sends a render that has a place here; the answer completes it, whatever happens. */
    void send(Render render, String params) {
        writing.lock();
        try {
            long id = ++lastId;
            render.mayHaveBegun(System.nanoTime());
            unanswered.put(id, render);
            write("{\"id\":" + id + ",\"method\":\"render\",\"params\":" + params.replace('\n', ' ') + "}\n"
                    + dueToo());
            if (ended) {
                lose("it ended");
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Asks how it is. Behind the next render, when it has some now: a write to a pipe that is full would block, and who
     * asks has other workers to look after.
     */
    void ping() {
        if (pinged != 0) {
            return;
        }
        pingDue = true;
        if (unanswered.isEmpty() && writing.tryLock()) {
            try {
                if (unanswered.isEmpty()) {
                    write(dueToo());
                }
            } finally {
                writing.unlock();
            }
        }
    }

    private String dueToo() {
        if (!pingDue) {
            return "";
        }
        pingDue = false;
        pinged = System.nanoTime();
        return "{\"id\":" + ++lastId + ",\"method\":\"ping\"}\n";
    }

    private void write(String line) {
        var child = process;
        try {
            if (child != null) {
                var out = child.input();
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            kill("it takes no requests any more");
        }
    }

    /** Kills it when it is late with a render or a pong. */
    void check(long now, long timeoutNanos) {
        Render latest = null;
        long latestId = 0;
        for (var entry : unanswered.entrySet()) {
            if (latest == null || entry.getValue().since() - latest.since() < 0) {
                latest = entry.getValue();
                latestId = entry.getKey();
            }
        }
        long asked = pinged;
        if (latest != null && now - latest.since() > timeoutNanos) {
            // First: what the worker has left when it is gone is rendered again.
            if (unanswered.remove(latestId) != null) {
                kill("it was late with " + latest.view);
                latest.outcome.complete(new Render.Failed(new RenderException.Worker(
                        BridgeMessages.late(latest.view, pool.settings().timeout()), null)));
            }
        } else if (asked != 0 && now - Math.max(asked, heard) > timeoutNanos) {
            kill("it did not answer when asked how it is");
        }
    }

    /** Kills it; it never takes a render again. */
    void kill(String why) {
        if (killedBecause == null) {
            killedBecause = why;
        }
        pool.unready(this);
        var child = process;
        if (child != null) {
            child.destroyForcibly();
        }
    }

    /** Lets it end by itself; nothing may be unanswered. */
    void finish() {
        var child = process;
        if (child != null && writing.tryLock()) {
            try {
                killedBecause = "it was replaced";
                child.input().close();
            } catch (IOException e) {
                // It has ended already.
            } finally {
                writing.unlock();
            }
        }
    }

    private void end(String why) {
        ended = true;
        pool.ended(this, why);
        lose(why);
        var child = process;
        if (child != null) {
            writing.lock();
            try {
                child.closeStreams();
            } finally {
                writing.unlock();
            }
        }
    }

    private void lose(String why) {
        for (var id : unanswered.keySet()) {
            var render = unanswered.remove(id);
            if (render != null) {
                render.outcome.complete(new Render.Lost(why));
            }
        }
    }

    private void printed(String line) {
        synchronized (lastLines) {
            if (lastLines.size() == LINES_KEPT) {
                lastLines.removeFirst();
            }
            lastLines.addLast(line);
        }
        pool.printed(line);
    }

    List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    boolean wasKilled() {
        return killedBecause != null;
    }

    long pid() {
        var child = process;
        return child == null ? 0 : child.pid();
    }

    long started() {
        return started;
    }

    long rss() {
        return rss;
    }

    void join(long millis) throws InterruptedException {
        if (thread != Thread.currentThread()) {
            thread.join(millis);
        }
    }
}
