package org.mizan.cdi.prerender;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;

/** The pages that were asked for lately, how often, and which of them became stale. Thread-safe and bounded. */
final class HotPages {
    private final int most;
    private final Map<Key, Heat> pages = new LinkedHashMap<>(16, 0.75f, true);

    /** A page by its address. */
    private record Key(Asked.Origin origin, String uri) {}

    private static final class Heat {
        private final Asked page;
        private final Map<String, SortedMap<String, String>> scopes;
        private long hits;
        private boolean stale;

        Heat(Asked page, Map<String, SortedMap<String, String>> scopes) {
            this.page = page;
            this.scopes = scopes;
        }

        /** Whether a target may concern it; what it says of a parameter that the page does not have is not known. */
        boolean concerns(Target target) {
            if (target.isEverything()) {
                return true;
            }
            var params = scopes.get(target.context());
            return params != null
                    && target.params().entrySet().stream().allMatch(value -> value.getValue()
                            .text()
                            .equals(params.getOrDefault(
                                    value.getKey(), value.getValue().text())));
        }
    }

    HotPages(int most) {
        this.most = most;
    }

    /**
     * A visitor asked for a page.
     *
     * @param scopes its parameters in each context that it shows
     * @param stale whether the visitor found it outdated, and did not renew it
     */
    synchronized void asked(Asked page, Supplier<Map<String, SortedMap<String, String>>> scopes, boolean stale) {
        var heat = pages.computeIfAbsent(new Key(page.origin(), page.uri()), key -> new Heat(page, scopes.get()));
        heat.hits++;
        heat.stale |= stale;
        if (pages.size() > most) {
            var eldest = pages.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** These became stale; returns whether some page did. */
    synchronized boolean stale(TargetSet targets) {
        boolean some = false;
        for (var heat : pages.values()) {
            if (!heat.stale && targets.targets().stream().anyMatch(heat::concerns)) {
                heat.stale = true;
                some = true;
            }
        }
        return some;
    }

    /** Whether some page is stale. */
    synchronized boolean areStale() {
        return pages.values().stream().anyMatch(heat -> heat.stale);
    }

    /** Takes the stale page that was asked for most; nothing when none is stale. */
    synchronized Optional<Asked> hottest() {
        var found = pages.values().stream().filter(heat -> heat.stale).max(Comparator.comparingLong(heat -> heat.hits));
        found.ifPresent(heat -> {
            heat.stale = false;
            // What was hot once is not for ever.
            heat.hits /= 2;
        });
        return found.map(heat -> heat.page);
    }
}
