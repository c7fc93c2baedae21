package org.mizan.core.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mizan.core.cache.entry.CacheKeys;
import org.mizan.core.protocol.Target;
import org.mizan.core.protocol.TargetSet;
import org.mizan.core.schema.Registry;

/**
 * Names entries and records in the store, and says which records an entry belongs to and a target takes away.
 *
 * <p>With a partition each tenant has records of its own; the whole context without a partition is one more record of
 * every entry, by which {@code *} reaches all tenants. Thread-safe.
 */
final class Records {
    private static final Logger LOG = System.getLogger(Records.class.getName());
    private static final SortedMap<String, String> WHOLE = Collections.emptySortedMap();

    private final CacheKeys keys;
    private final ScopeShapes shapes;
    /** The names, without what precedes them, of the records of whole contexts, which every read needs. */
    private final Map<String, String> wholes = new TreeMap<>();

    private final String namespace;
    private final String epoch;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    Records(CacheRules rules, Registry registry) {
        this.keys = new CacheKeys(rules.secret());
        this.shapes = new ScopeShapes(registry);
        registry.contexts().keySet().forEach(context -> wholes.put(context, keys.record(context, WHOLE)));
        this.namespace = rules.namespace().isEmpty() ? "" : rules.namespace() + ":";
        this.epoch = rules.epoch().isEmpty() ? "" : rules.epoch() + ":";
    }

    /** The key of an entry in the store. */
    String entry(CacheRequest request, String partition) {
        var page = request.page();
        var key = page == null
                ? keys.entry(request.context(), request.params(), request.rev(), request.caller())
                : keys.page(page.view(), page.address(), request.rev());
        return prefix(partition) + epoch + key;
    }

    /** The records of all scopes that an entry belongs to. */
    List<String> of(CacheRequest request, String partition) {
        var names = new ArrayList<String>();
        add(request.context(), request.params(), partition, names);
        if (request.page() != null) {
            request.page().others().forEach(other -> add(other, WHOLE, partition, names));
        }
        return names;
    }

    private void add(String context, SortedMap<String, String> params, String partition, List<String> names) {
        var prefix = prefix(partition);
        for (var values : shapes.scopesOf(context, params)) {
            names.add(prefix + record(context, values));
        }
        if (!partition.isEmpty()) {
            names.add(whole(context));
        }
    }

    private String record(String context, SortedMap<String, String> values) {
        var whole = values.isEmpty() ? wholes.get(context) : null;
        return whole == null ? keys.record(context, values) : whole;
    }

    /** The records that targets take away. */
    Set<String> of(TargetSet targets, String partition) {
        var names = new LinkedHashSet<String>();
        for (var target : targets.targets()) {
            if (target.isEverything()) {
                names.addAll(everything());
            } else {
                names.add(prefix(partition) + record(target.context(), values(target)));
            }
        }
        return names;
    }

    /** The records that every entry of the application belongs to, one for each context. */
    List<String> everything() {
        return wholes.keySet().stream().map(this::whole).toList();
    }

    private String whole(String context) {
        return namespace + record(context, WHOLE);
    }

    private SortedMap<String, String> values(Target target) {
        var names = target.params().keySet();
        if (!shapes.has(target.context(), names)) {
            if (warned.add(target.context() + names)) {
                LOG.log(
                        Level.WARNING,
                        "MIZAN-00500: {0}{1}: no mutation declares this scope, so all of the context is outdated in the"
                                + " origin cache. Annotate the context class @ScopedBy({1}) to have it scoped.",
                        target.context(),
                        names);
            }
            return WHOLE;
        }
        var values = new TreeMap<String, String>();
        target.params().forEach((name, value) -> values.put(name, value.text()));
        return values;
    }

    private String prefix(String partition) {
        return partition.isEmpty() ? namespace : namespace + encoded(partition) + ":";
    }

    /** The partition without what separates parts of a key, or chooses a node of a cluster. */
    private static String encoded(String partition) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(partition)) {
            throw new IllegalArgumentException("MIZAN-00502: the CachePartition gave a text with half of a surrogate"
                    + " pair. Return another name for this tenant.");
        }
        return URLEncoder.encode(partition, StandardCharsets.UTF_8);
    }
}
