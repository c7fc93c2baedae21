package org.mizan.core.cache;

import java.util.concurrent.atomic.AtomicBoolean;
import org.mizan.core.cache.entry.MissReason;
import org.mizan.core.cache.report.CacheStatus;

/**
 * One read that has begun: the records were read, so that whatever is computed from now on may be kept under their
 * stamps. Used by one thread.
 */
public final class CacheRead {
    private final OriginCache cache;
    private final OriginCache.Address address;
    private final ReadDecision.Step step;
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
        Bundle run() throws Throwable;
    }

    /**
     * What functions gave.
     *
     * @param common whether it is for whoever asks the same; else it is neither kept nor given to others who wait
     */
    public record Bundle(byte[] body, boolean common) {
        /** A bundle for whoever asks the same. */
        public Bundle(byte[] body) {
            this(body, true);
        }
    }

    CacheRead(OriginCache cache, OriginCache.Address address, ReadDecision.Step step) {
        this.cache = cache;
        this.address = address;
        this.step = step;
    }

    /**
     * The bundle: what was kept, or what the functions give now.
     *
     * @throws Throwable what a function threw
     */
    public byte[] body(Producer producer) throws Throwable {
        if (step instanceof ReadDecision.Hit hit) {
            return hit.body();
        }
        var stamps = step instanceof ReadDecision.Run run ? run.stamps() : null;
        if (stamps == null) {
            return producer.run().body();
        }
        var own = new AtomicBoolean();
        var bundle = cache.once(address, stamps, () -> {
            own.set(true);
            var made = producer.run();
            stored = made.common() && cache.fill(address, stamps, made.body());
            return made;
        });
        if (own.get()) {
            return bundle.body();
        }
        if (!bundle.common()) {
            return producer.run().body();
        }
        cache.joined();
        collapsed = true;
        return bundle.body();
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
