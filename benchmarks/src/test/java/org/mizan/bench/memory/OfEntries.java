package org.mizan.bench.memory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mizan.bench.Figures;
import org.mizan.bench.Spread;
import org.mizan.bench.scale.LargeApplication;
import org.mizan.bench.scale.LargeRegistry;
import org.mizan.core.cache.local.LocalStore;

/** What entries of the local store keep beside their bodies, and how much a full store keeps. */
final class OfEntries {
    private static final int ENTRIES = 20_000;
    private static final int BODY = 1_023;
    private static final int REGION = 290;
    private static final int FULL = 32 << 20;
    private static final Duration LIFE_OF_RECORDS = Duration.ofHours(48);

    private OfEntries() {}

    static void measure(Figures figures) throws IOException, InterruptedException, ReflectiveOperationException {
        var classes = LargeApplication.classes(new LargeRegistry(10, 10));
        var own = Heap.bytesPer(ENTRIES, () -> filled(classes, 1 << 30, true));
        figures.plain("memory.entry-1kb-own-scope", own, "B");
        figures.plain("memory.entry-1kb-own-scope-overhead", less(own), "B");
        var common = Heap.bytesPer(ENTRIES, () -> filled(classes, 1 << 30, false));
        figures.plain("memory.entry-1kb-common-scope", common, "B");
        figures.plain("memory.entry-1kb-common-scope-overhead", less(common), "B");
        figures.atMost("memory.full-store-per-bound", Heap.bytesPer(FULL, () -> filled(classes, FULL, true)), 1.2, "x");
    }

    private static Spread less(Spread bytes) {
        return new Spread(bytes.middle() - BODY, bytes.low() - BODY, bytes.high() - BODY);
    }

    /**
     * A store alone, filled by reads of a context through the cache; three short texts and the region make a body of 1,023 bytes.
     *
     * @param own whether each entry belongs to a scope of its own beside the whole context
     */
    private static LocalStore filled(List<Class<?>> classes, int maxBytes, boolean own) {
        var store = new LocalStore(maxBytes, LIFE_OF_RECORDS);
        // Not closed: that would empty the store.
        @SuppressWarnings("resource")
        var application = new LargeApplication(classes, store);
        for (int i = 0; i < 2 * ENTRIES; i++) {
            var id = own ? 1_000_000 + i : 1_000_000;
            var region = ("r" + (1_000_000 + i) + "-").repeat(100).substring(0, REGION);
            var body = application.read("order", "orderId=" + id + "&region=" + region);
            if (i == 0 && body.length() != BODY) {
                throw new IllegalStateException("a body of " + body.length() + " bytes");
            }
            if (i + 1 == ENTRIES && maxBytes > FULL) {
                break;
            }
        }
        return store;
    }
}
