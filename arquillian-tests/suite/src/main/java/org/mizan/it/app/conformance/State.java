package org.mizan.it.app.conformance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of users and the counters. */
@ApplicationScoped
class State {
    private final Map<Long, String> users = new ConcurrentHashMap<>(first());
    private final Map<String, Integer> counters = new ConcurrentHashMap<>();

    void reset() {
        users.clear();
        users.putAll(first());
        counters.clear();
    }

    private static Map<Long, String> first() {
        return Map.of(5L, "Ada", 6L, "Grace");
    }

    String name(long userId) {
        return users.getOrDefault(userId, "nobody");
    }

    void rename(long userId, String name) {
        users.put(userId, name);
    }

    int count(String counter) {
        return counters.getOrDefault(counter, 0);
    }

    int increment(String counter) {
        return counters.merge(counter, 1, Integer::sum);
    }
}
