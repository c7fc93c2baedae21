package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|{}",
                "a=1|{a=[1]}",
                "b=1&a=2&b=3|{b=[1, 3], a=[2]}",
                "a|{a=[]}",
                "a=|{a=[]}",
                "a=1&&b=2&|{a=[1], b=[2]}",
                "&&|{}",
                "=x|{=[x]}",
                "a=b=c|{a=[b=c]}",
                "a=x+y%2Bz%20!|{a=[x y+z !]}",
                "a%5B%5D=Gr%c3%bC%C3%9Fe|{a[]=[Grüße]}",
                "q=%F0%9F%98%80|{q=[😀]}",
                "a=1;b=2|{a=[1;b=2]}",
                "a=[\"x\"]/?:@|{a=[[\"x\"]/?:@]}",
            })
    void query_read_isItsParametersInOrder(String raw, String parameters) {
        assertEquals(parameters, QueryString.parse(raw).toString());
    }

    @Test
    void noQuery_read_isEmpty() {
        assertEquals(Map.of(), QueryString.parse(null));
    }

    @Test
    void result_changed_refuses() {
        Map<String, List<String>> parameters = QueryString.parse("a=1");
        assertThrows(UnsupportedOperationException.class, parameters::clear);
        assertThrows(
                UnsupportedOperationException.class, () -> parameters.get("a").clear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&b%20c=%",
                "b+c=%4",
                "b+c=%zz",
                "b+c=%-1",
                "b+c=%4&d",
                "b+c=%ff",
                "b+c=%C0%AF",
                "b+c=%ED%A0%80",
                "b+c=%E2%82",
                "b+c=é",
                "b+c=a b",
                "b+c=\u007f",
                "b+c=a\nb",
                "b+c=1&b+c=\u0000"
            })
    void brokenValue_read_namesTheParameter(String raw) {
        assertEquals(
                "b c",
                assertThrows(BadParameterException.class, () -> QueryString.parse(raw))
                        .parameter());
    }

    @Test
    void brokenName_read_namesItAsItStands() {
        BadParameterException bad = assertThrows(BadParameterException.class, () -> QueryString.parse("a=1&b%=2"));
        assertEquals("parameter 'b%': a broken percent-escape at position 5", bad.getMessage());
        assertEquals("a broken percent-escape at position 5", bad.problem());
    }

    @Test
    void hostileName_reported_isShortAndPrintable() {
        assertEquals("x\uFFFDy\uFFFD", new BadParameterException("x\ny" + (char) 0xD83D, "no").parameter());
        assertEquals("😀".repeat(64) + "…", new BadParameterException("😀".repeat(1_000), "no").parameter());
        assertEquals("a".repeat(64), new BadParameterException("a".repeat(64), "no").parameter());
    }

    @Test
    void hostileQueries_read_takeLinearTime() {
        int n = 500_000;
        assertTimeout(Duration.ofSeconds(10), () -> {
            QueryString.parse("a&".repeat(n));
            QueryString.parse("&".repeat(n));
            QueryString.parse("=".repeat(n));
            QueryString.parse("a=" + "%41".repeat(n));
            assertThrows(BadParameterException.class, () -> QueryString.parse("a".repeat(n) + "%"));
        });
    }
}
