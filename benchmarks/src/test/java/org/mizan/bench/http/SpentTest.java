package org.mizan.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpentTest {
    @Test
    void threadsThatEndAndBegin_takeNothingAway() {
        var before = Spent.parse("1000 1=500 2=70000");
        var after = Spent.parse("4000 1=700 3=30");

        assertEquals(230, after.bytesSince(before));
        assertEquals(3000, after.nanos() - before.nanos());
    }
}
