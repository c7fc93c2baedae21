package org.mizan.ssr.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.bundle.BundleException;
import org.mizan.ssr.bundle.BundleManifest;
import org.mizan.ssr.bundle.BundleWatcher;

/** The bundle of sources that are being edited: always the latest that could be made. Thread-safe. */
final class EditedSite implements BundleWatcher.Listener, AutoCloseable {
    private static final Logger LOG = System.getLogger("org.mizan.ssr");
    private static final long PATIENCE_IN_SECONDS = 30;

    private final Function<BundleManifest, Site> reader;
    private final Runnable replaced;
    private final BundleWatcher watcher;
    private volatile CompletableFuture<Site> latest = new CompletableFuture<>();

    /**
     * Creates one.
     *
     * @param reader reads a bundle
     * @param replaced told when one has taken the place of another
     * @param watch starts watching
     */
    EditedSite(
            Function<BundleManifest, Site> reader,
            Runnable replaced,
            Function<BundleWatcher.Listener, BundleWatcher> watch) {
        this.reader = reader;
        this.replaced = replaced;
        this.watcher = watch.apply(this);
    }

    @Override
    public void built(BundleManifest manifest) {
        var site = reader.apply(manifest);
        replaced.run();
        settle(CompletableFuture.completedFuture(site));
    }

    @Override
    public void failed(BundleException why) {
        LOG.log(Level.ERROR, why.getMessage());
        settle(CompletableFuture.failedFuture(why));
    }

    private void settle(CompletableFuture<Site> next) {
        var waiting = latest;
        latest = next;
        next.whenComplete((site, failure) -> {
            if (failure == null) {
                waiting.complete(site);
            } else {
                waiting.completeExceptionally(failure);
            }
        });
    }

    /**
     * The latest bundle; the first one is waited for.
     *
     * @throws ViewException when the sources as they are cannot be bundled
     */
    Site current() {
        try {
            return latest.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new ViewException(String.valueOf(cause == null ? e.getMessage() : cause.getMessage()), e);
        } catch (TimeoutException e) {
            throw notYet(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notYet(e);
        }
    }

    private static ViewException notYet(Exception why) {
        return new ViewException("MIZAN-01305: the views' sources are not bundled yet. Try again in a moment.", why);
    }

    @Override
    public void close() {
        watcher.close();
    }
}
