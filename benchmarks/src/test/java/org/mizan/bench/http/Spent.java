package org.mizan.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server's process has used up to now, as its application says.
 *
 * @param allocated bytes by thread, of those that live
 * @param nanos processor time
 */
record Spent(Map<Long, Double> allocated, double nanos) {
    Spent {
        allocated = Map.copyOf(allocated);
    }

    static Spent of(int port) throws IOException {
        try (var connection = new Connection(port)) {
            connection.send(Request.get("/bench/rest/spent", ""));
            return parse(new String(connection.receive(), StandardCharsets.UTF_8));
        }
    }

    /** {@code <nanos> <thread>=<bytes> …}. */
    static Spent parse(String text) {
        var parts = text.split(" ");
        var allocated = new HashMap<Long, Double>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            allocated.put(Long.valueOf(parts[i].substring(0, equals)), Double.valueOf(parts[i].substring(equals + 1)));
        }
        return new Spent(allocated, Double.parseDouble(parts[0]));
    }

    /** Bytes allocated since then; what threads did that have ended is not in it, for nobody keeps that. */
    double bytesSince(Spent before) {
        return allocated.entrySet().stream()
                .mapToDouble(thread -> thread.getValue() - before.allocated.getOrDefault(thread.getKey(), 0.0))
                .sum();
    }
}
