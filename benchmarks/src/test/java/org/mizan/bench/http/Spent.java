package org.mizan.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a server's process has used up to now, as its application says.
 *
 * @param bytes allocated by the threads that live
 * @param nanos processor time
 */
record Spent(double bytes, double nanos) {
    static Spent of(int port) throws IOException {
        try (var connection = new Connection(port)) {
            connection.send(Request.get("/bench/rest/spent", ""));
            var parts = new String(connection.receive(), StandardCharsets.UTF_8).split(" ");
            return new Spent(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
    }
}
