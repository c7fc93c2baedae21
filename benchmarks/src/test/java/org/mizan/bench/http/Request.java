package org.mizan.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * A request as it is sent, with the fewest headers that it needs.
 *
 * @param bytes head and body
 * @param marker what a right answer's body contains
 */
record Request(byte[] bytes, String marker) {

    static Request get(String path, String marker) {
        return of("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n", marker);
    }

    static Request post(String path, String body, String marker) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return of(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body,
                marker);
    }

    private static Request of(String text, String marker) {
        return new Request(text.getBytes(StandardCharsets.UTF_8), marker);
    }
}
