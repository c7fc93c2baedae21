package org.mizan.core.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A path of its own that serves a function (PROTOCOL §2).
 *
 * @param template the path as written, {@code /webhooks/{id}}
 * @param segments its segments; {@code {id}} stands for one that is a parameter
 * @param methods the HTTP methods that it answers to
 */
public record RouteModel(String template, List<String> segments, SortedSet<String> methods) {
    /** Copies the collections. */
    public RouteModel {
        segments = List.copyOf(segments);
        methods = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(methods));
    }

    /** Whether a segment of a template is a parameter. */
    public static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** The name of the parameter that a segment stands for. */
    public static String parameter(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    /** The raw text of the parameters when the path's segments match, still percent-encoded. */
    public Optional<SortedMap<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var found = new TreeMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (isParameter(segment) && !path.get(i).isEmpty()) {
                found.put(parameter(segment), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** Whether some request matches this route and the other one. */
    public boolean overlaps(RouteModel other) {
        if (segments.size() != other.segments.size() || methods.stream().noneMatch(other.methods::contains)) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            var mine = segments.get(i);
            var theirs = other.segments.get(i);
            if (!isParameter(mine) && !isParameter(theirs) && !mine.equals(theirs)) {
                return false;
            }
        }
        return true;
    }
}
