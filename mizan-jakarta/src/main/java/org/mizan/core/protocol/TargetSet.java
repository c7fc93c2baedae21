package org.mizan.core.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Targets of which none covers another, in the order in which they were added (PROTOCOL §6.1).
 *
 * @param targets the targets; what a constructor is given may cover each other, what the accessor gives never does
 */
public record TargetSet(List<Target> targets) {
    private static final int BYTES_OF_SEPARATOR = 2;
    private static final TargetSet NONE = new TargetSet(List.of());

    /** Keeps of the targets those that no other one covers; of equal ones the first. */
    public TargetSet {
        if (targets.size() > 1) {
            Builder uncovered = new Builder();
            targets.forEach(uncovered::add);
            targets = List.copyOf(uncovered.targets);
        } else {
            targets = List.copyOf(targets);
        }
    }

    /** The set of nothing. */
    public static TargetSet none() {
        return NONE;
    }

    /** Whether nothing is stale. */
    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /**
     * This set and one target more: the same set when something in it covers the target, else the target comes last
     * and what it covers goes. Linear in the size of the set; to add many, use a {@link Builder}.
     */
    public TargetSet with(Target target) {
        List<Target> all = new ArrayList<>(targets);
        all.add(target);
        return new TargetSet(all);
    }

    /** The {@code invalidate} member of a body (PROTOCOL §6.2). */
    public JsonArray toJson(JsonProvider json) {
        JsonArrayBuilder out = json.createArrayBuilder();
        targets.forEach(target -> out.add(target.toJson(json)));
        return out.build();
    }

    /** The value of {@code X-Mizan-Invalidate} (PROTOCOL §6.3); empty for an empty set, which has no header. */
    public String toHeader() {
        return InvalidateHeader.write(targets);
    }

    /**
     * This set, made coarser until its header is no longer than a limit (PROTOCOL §6.3).
     *
     * <p>The targets of the context that takes the most bytes (separators included; the first one among equals)
     * become one broad target in the place of the first of them, then those of the next context; when all are broad
     * and it still is too long, everything is stale.
     *
     * @param maxHeaderBytes the limit; {@code *} is the answer also when even that is longer
     * @return a set that covers this one
     */
    public TargetSet limitedTo(int maxHeaderBytes) {
        if (isEmpty() || headerLength() <= maxHeaderBytes) {
            return this;
        }
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (Target target : targets) {
            bytes.merge(target.context(), target.headerLength() + BYTES_OF_SEPARATOR, Long::sum);
        }
        long total = headerLength();
        List<String> longestFirst = new ArrayList<>(bytes.keySet());
        longestFirst.sort(Comparator.comparing((String context) -> bytes.getOrDefault(context, 0L))
                .reversed());
        Set<String> collapsed = new HashSet<>();
        for (String context : longestFirst) {
            if (total <= maxHeaderBytes) {
                break;
            }
            collapsed.add(context);
            total += context.length() + BYTES_OF_SEPARATOR - bytes.getOrDefault(context, 0L);
        }
        if (total > maxHeaderBytes) {
            return new TargetSet(List.of(Target.EVERYTHING));
        }
        return new TargetSet(targets.stream()
                .map(target -> collapsed.contains(target.context()) ? Target.broad(target.context()) : target)
                .toList());
    }

    private long headerLength() {
        long total = -BYTES_OF_SEPARATOR;
        for (Target target : targets) {
            total += target.headerLength() + BYTES_OF_SEPARATOR;
        }
        return total;
    }

    /**
     * A set that grows, for many targets: an addition takes constant time as long as a context has few different
     * sets of parameter names, however many values. Not thread-safe.
     */
    public static final class Builder {
        private final Set<Target> targets = new LinkedHashSet<>();
        private final Map<String, Map<Shape, Map<List<String>, Target>>> contexts = new HashMap<>();

        /** Adds a target, unless one covers it already, and drops those that it covers. */
        public Builder add(Target target) {
            if (targets.contains(Target.EVERYTHING)) {
                return this;
            }
            if (target.isEverything()) {
                targets.clear();
                contexts.clear();
                targets.add(target);
                return this;
            }
            var shapes = contexts.computeIfAbsent(target.context(), context -> new LinkedHashMap<>());
            Shape shape = new Shape(target.function(), target.params().keySet());
            for (var wider : shapes.entrySet()) {
                if (wider.getKey().mayCover(shape)
                        && wider.getValue().containsKey(wider.getKey().values(target))) {
                    return this;
                }
            }
            for (var narrower : shapes.entrySet()) {
                // Of its own shape a target covers only its equal, which is not there.
                if (shape.mayCover(narrower.getKey()) && !shape.equals(narrower.getKey())) {
                    narrower.getValue().values().removeIf(other -> target.covers(other) && targets.remove(other));
                }
            }
            shapes.computeIfAbsent(shape, s -> new HashMap<>()).put(shape.values(target), target);
            targets.add(target);
            return this;
        }

        /** The set as it is now. */
        public TargetSet build() {
            return new TargetSet(List.copyOf(targets));
        }
    }

    /** What targets have in common that differ only in their values. */
    private record Shape(@Nullable String function, Set<String> names) {
        boolean mayCover(Shape other) {
            return (function == null || function.equals(other.function)) && other.names.containsAll(names);
        }

        List<String> values(Target target) {
            List<String> values = new ArrayList<>(names.size());
            for (String name : names) {
                ScopeValue value = target.params().get(name);
                values.add(value == null ? "" : value.text());
            }
            return values;
        }
    }
}
