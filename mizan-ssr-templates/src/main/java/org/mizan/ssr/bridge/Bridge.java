package org.mizan.ssr.bridge;

import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.mizan.core.config.SsrSettings;

/**
 * Renders views in a pool of Bun processes. Thread-safe.
 *
 * <p>The thread that renders writes the request itself and waits for the answer. A render is pure: when its worker is
 * lost for another one's fault, it is given to a second worker. Workers are started at the first render, or by
 * {@link #warm}; all threads are daemons and end with {@link #close}. When this JVM is killed the processes end by
 * themselves.
 */
public final class Bridge implements AutoCloseable {
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final Duration START_TIMEOUT = Duration.ofSeconds(15);

    private final SsrSettings settings;
    private final Pool pool;
    private final Supervisor supervisor;
    private final LongAdder renders = new LongAdder();
    private final LongAdder components = new LongAdder();
    private final LongAdder overloads = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder retries = new LongAdder();

    /**
     * Creates one; no process is started yet.
     *
     * @param json reads the headers of frames
     * @param log takes what views print and what happens to workers
     */
    public Bridge(SsrSettings settings, Launch launch, JsonProvider json, Logger log) {
        this(settings, launch, json, log, START_TIMEOUT);
    }

    Bridge(SsrSettings settings, Launch launch, JsonProvider json, Logger log, Duration startTimeout) {
        this.settings = settings;
        this.pool = new Pool(settings, launch, json, log);
        this.supervisor = new Supervisor(pool, startTimeout, log);
    }

    /** Starts the workers in the background. */
    public void warm() {
        supervisor.start();
        pool.start();
    }

    /** Lets fresh workers take the place of all that there are, in the background and without a render being lost. */
    public void replaceWorkers() {
        pool.replaceAll();
    }

    /**
     * Renders, and waits for the page: twice the timeout at most, whatever it waits for. The worker that is given up then
     * goes on; it is killed when it is late itself.
     *
     * @throws RenderException when there is none; {@link RenderException.Worker} with the interrupt flag set when the
     *     thread was interrupted
     */
    public Rendered render(RenderRequest request) throws RenderException {
        supervisor.start();
        long end = System.nanoTime() + limit().toNanos();
        try {
            var first = attempt(request, false, end);
            if (first instanceof Render.Lost) {
                retries.increment();
                var second = attempt(request, true, end);
                if (second instanceof Render.Lost lost) {
                    throw new RenderException.Worker(BridgeMessages.lostTwice(request.view(), lost.why()), null);
                }
                return page(second);
            }
            return page(first);
        } catch (RenderException.Component e) {
            components.increment();
            throw e;
        } catch (RenderException.Overloaded e) {
            overloads.increment();
            throw e;
        } catch (RenderException.Worker e) {
            failures.increment();
            throw e;
        }
    }

    private Rendered page(Render.Outcome outcome) throws RenderException {
        if (outcome instanceof Render.Page page) {
            renders.increment();
            return page.page();
        }
        throw ((Render.Failed) outcome).why();
    }

    private Render.Outcome attempt(RenderRequest request, boolean again, long end) throws RenderException {
        var render = new Render(request.view());
        try {
            pool.enqueue(render, again);
            turn(render, end).send(render, request.params());
            return render.outcome.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new RenderException.Worker(BridgeMessages.tooLong(request.view(), limit()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RenderException.Worker(BridgeMessages.interrupted(request.view()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An outcome never fails.", e);
        }
    }

    /** A worker may take the timeout for one render; waiting for it, behind others or for a second one, may take as long. */
    private Duration limit() {
        return settings.timeout().multipliedBy(2);
    }

    private Worker turn(Render render, long end) throws RenderException, InterruptedException {
        try {
            long most = Math.min(settings.timeout().toNanos(), end - System.nanoTime());
            return render.turn.get(most, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pool.giveUp(render);
            throw pool.waitedTooLong(render);
        } catch (InterruptedException e) {
            pool.giveUp(render);
            throw e;
        } catch (ExecutionException e) {
            var why = Render.Refusal.of(e.getCause());
            if (why == null) {
                throw new IllegalStateException("A turn is refused with a reason.", e);
            }
            throw why;
        }
    }

    /** What it has done and does. */
    public BridgeStatistics statistics() {
        int[] counts = pool.counts();
        return new BridgeStatistics(
                renders.sum(),
                components.sum(),
                overloads.sum(),
                failures.sum(),
                retries.sum(),
                counts[0],
                counts[1],
                counts[2]);
    }

    /** The processes, of those that have been started. */
    long[] pids() {
        return pool.workers().stream()
                .mapToLong(Worker::pid)
                .filter(pid -> pid != 0)
                .toArray();
    }

    /** Kills the workers. Renders under way and later ones fail. */
    @Override
    public void close() {
        supervisor.close();
        pool.close();
    }
}
