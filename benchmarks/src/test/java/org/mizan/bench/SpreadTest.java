package org.mizan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void medianWithTheExtremes() {
        assertEquals("2.5s[1..9]", Spread.of(List.of(9.0, 1.0, 2.0, 3.0)).text("s"));
        assertEquals("4s", Spread.of(List.of(4.0)).text("s"));
    }

    @Test
    void threeDigits() {
        assertEquals("0.12", Spread.number(0.1234));
        assertEquals("-1.25", Spread.number(-1.2512));
        assertEquals("12.3", Spread.number(12.34));
        assertEquals("2048", Spread.number(2048));
        assertEquals("0", Spread.number(0));
    }
}
