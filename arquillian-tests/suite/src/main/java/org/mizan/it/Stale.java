package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

/** What an answer says became stale. */
final class Stale {
    private Stale() {}

    /** The value of {@code X-Mizan-Invalidate}; empty when it is not there. More than one of them fails the test. */
    static String of(HttpResponse<?> answer) {
        return one(answer, "X-Mizan-Invalidate");
    }

    /** The value of a header that may be there at most once. */
    static String one(HttpResponse<?> answer, String header) {
        var values = answer.headers().allValues(header);
        assertTrue(values.size() < 2, () -> header + " more than once: " + values);
        return values.isEmpty() ? "" : values.get(0);
    }
}
