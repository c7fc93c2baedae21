package org.mizan.ssr.bundle;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mizan.ssr.process.ChildProcess;

/**
 * Keeps a bundle up to date while its sources are edited: a Bun process of its own that watches them, started again when
 * it ends. One daemon thread, ended by {@link #close}.
 */
public final class BundleWatcher implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BundleWatcher.class.getName());
    private static final long PAUSE = 1_000;
    private static final long CLOSING_MILLIS = 2_000;

    private final Bundler bundler;
    private final Sources sources;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable ChildProcess process;

    /** Hears of builds, on the watcher's thread. */
    public interface Listener {
        /** A bundle has been made. */
        void built(BundleManifest manifest);

        /** It could not be made; the last one stays. */
        void failed(BundleException why);
    }

    /** Starts watching. */
    public BundleWatcher(Bundler bundler, Sources sources, Listener listener) {
        this.bundler = bundler;
        this.sources = sources;
        this.listener = listener;
        this.thread = new Thread(this::watch, "mizan-ssr-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!closed) {
            try {
                var running = bundler.start(sources, "--watch");
                process = running;
                if (closed) {
                    running.destroyForcibly();
                }
                if (!listen(running) && !closed) {
                    int exit = running.onExit().join();
                    if (exit != 0) {
                        listener.failed(new BundleException(List.of(BundleMessages.ended(sources, exit))));
                    }
                }
            } catch (IOException e) {
                listener.failed(new BundleException(List.of(BundleMessages.notRun(e))));
            }
            pause();
        }
    }

    /** Whether it has said anything. */
    private boolean listen(ChildProcess running) throws IOException {
        boolean said = false;
        try (var lines = Bundler.lines(running)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var outcome = bundler.read(line);
                if (outcome != null) {
                    said = true;
                    try {
                        listener.built(bundler.manifest(outcome));
                    } catch (BundleException e) {
                        listener.failed(e);
                    } catch (RuntimeException e) {
                        LOG.log(Level.WARNING, "a bundle could not be used", e);
                    }
                }
            }
        }
        return said;
    }

    private void pause() {
        try {
            if (!closed) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Kills the process, and waits a moment for its end: the files that it reads and writes are deleted next. */
    @Override
    public void close() {
        closed = true;
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            end(running);
        }
        thread.interrupt();
    }

    private static void end(ChildProcess process) {
        try {
            process.waitFor(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
