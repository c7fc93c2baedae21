package org.mizan.core.cache;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mizan.core.cache.entry.Body;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.report.CacheStatus;

/**
 * One read that has begun: the records were read, so that whatever is computed from now on may be kept under their
 * stamps. Used by one thread.
 */
public final class CacheRead {
    private final OriginCache cache;
    private final OriginCache.Sought sought;
    private final ReadDecision.Step step;
    private boolean common = true;
    private boolean stored;
    private boolean collapsed;

    /** Runs the functions of the context. */
    @FunctionalInterface
    public interface Producer {
        /**
         * The bundle.
         *
         * @throws Throwable what a function threw; not kept
         */
        byte[] run() throws Throwable;
    }

    /** What a run gave, and whether it is for others too. */
    record Made(byte[] bytes, boolean common) {}

    CacheRead(OriginCache cache, OriginCache.Sought sought, ReadDecision.Step step) {
        this.cache = cache;
        this.sought = sought;
        this.step = step;
    }

    /** Whether the store had it, so that {@link #body} runs nothing. */
    public boolean isHit() {
        return step instanceof ReadDecision.Hit;
    }

    /**
     * The bundle: what was kept, or what the functions give now.
     *
     * @throws Throwable what a function threw
     */
    public Body body(Producer producer) throws Throwable {
        if (step instanceof ReadDecision.Hit hit) {
            return hit.body();
        }
        var stamps = step instanceof ReadDecision.Run run ? run.stamps() : null;
        if (stamps == null) {
            return new Body(producer.run(), 0);
        }
        var own = new AtomicBoolean();
        var made = cache.once(sought, stamps, () -> {
            own.set(true);
            var bytes = producer.run();
            stored = common && cache.fill(sought, stamps, bytes);
            return new Made(bytes, common);
        });
        if (!own.get() && !made.common()) {
            return new Body(producer.run(), 0);
        }
        if (!own.get()) {
            cache.joined();
            collapsed = true;
        }
        return new Body(made.bytes(), 0);
    }

    /** A copy of the bundle's bytes. */
    public byte[] bytes(Producer producer) throws Throwable {
        var body = body(producer);
        return Arrays.copyOfRange(body.bytes(), body.offset(), body.bytes().length);
    }

    /** The functions that run for this read gave what is for this caller alone: not to be kept, nor given to others. */
    public void notCommon() {
        common = false;
    }

    /** How it was answered, once it is. */
    public CacheStatus status() {
        if (step instanceof ReadDecision.Hit) {
            return CacheStatus.hit();
        }
        var reason = step instanceof ReadDecision.Run run ? run.reason() : MissReason.RESTLESS;
        return new CacheStatus(reason, null, stored, collapsed);
    }
}
