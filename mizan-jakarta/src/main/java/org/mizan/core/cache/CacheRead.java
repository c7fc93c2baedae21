package org.mizan.core.cache;

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
        byte[] run() throws Throwable;
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
            return producer.run();
        }
        return cache.once(
                address,
                stamps,
                () -> {
                    var body = producer.run();
                    stored = cache.fill(address, stamps, body);
                    return body;
                },
                () -> collapsed = true);
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
