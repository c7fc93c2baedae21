package org.mizan.bench.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static boolean right(String body) {
        return Request.get("/", "{\"a\":1,\"b\":[1.5,\"x\"]}").answeredBy(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void order_doesNotMatter() {
        assertTrue(right("{\"b\": [1.5, \"x\"], \"a\": 1}"));
    }

    @Test
    void anythingElse_isWrong() {
        assertFalse(right("{\"a\":1,\"b\":[1.5]}"));
        assertFalse(right("{\"a\":1,\"b\":[1.5,\"x\"],\"c\":null}"));
        assertFalse(right("not found"));
        assertFalse(right(""));
    }
}
