package org.mizan.bench.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * A request as it is sent, with the fewest headers that it needs.
 *
 * @param bytes head and body
 * @param expected a right answer's body; the order of members and white space do not matter
 */
record Request(byte[] bytes, String expected) {

    static Request get(String path, String expected) {
        return of("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n", expected);
    }

    static Request post(String path, String body, String expected) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return of(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body,
                expected);
    }

    private static Request of(String text, String expected) {
        return new Request(text.getBytes(StandardCharsets.UTF_8), expected);
    }

    /** Whether an answer's body is the right one. */
    boolean answeredBy(byte[] body) {
        try {
            return json(new String(body, StandardCharsets.UTF_8)).equals(json(expected));
        } catch (JsonException e) {
            return false;
        }
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
