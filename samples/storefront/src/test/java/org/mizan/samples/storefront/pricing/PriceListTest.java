package org.mizan.samples.storefront.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mizan.samples.storefront.pricing.PriceList.Problem;

class PriceListTest {

    @Test
    void parse_readsEveryKindOfLine() {
        PriceList list = PriceList.parse("slug,price\r\n# from June\r\n\r\n copper-kettle , 49.9 \nteapot,36\n");
        assertEquals(List.of(), list.problems());
        assertEquals(
                Map.of("copper-kettle", new BigDecimal("49.90"), "teapot", new BigDecimal("36.00")), list.prices());
        assertEquals(Map.of("copper-kettle", 4, "teapot", 5), list.lines());
    }

    @Test
    void parse_keepsTheOrderOfTheList() {
        assertEquals(
                List.of("c", "a", "b"),
                List.copyOf(PriceList.parse("c,1\na,1\nb,1").prices().keySet()));
    }

    @Test
    void parse_ofNothingIsEmpty() {
        assertTrue(PriceList.parse("").prices().isEmpty());
        assertTrue(PriceList.parse("\n\n").problems().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kettle|expected slug,price",
                "kettle,1,2|expected slug,price",
                ",1.00|this is no slug",
                "Kettle,1.00|this is no slug",
                "a--b,1.00|this is no slug",
                "kettle,|this is no price",
                "kettle,-1.00|this is no price",
                "kettle,1.005|this is no price",
                "kettle,1e3|this is no price",
                "kettle,100000|this is no price",
                "kettle,\u0661.00|this is no price",
                "kettle,0.00|the price is zero",
            })
    void parse_refusesABadLine(String line, String problem) {
        PriceList list = PriceList.parse("good,1.00\n" + line);
        assertEquals(List.of(new Problem(2, problem)), list.problems());
    }

    @Test
    void parse_refusesAProductThatIsListedTwice() {
        assertEquals(
                List.of(new Problem(3, "the same product stands in line 1")),
                PriceList.parse("kettle,1.00\npot,2.00\nkettle,3.00").problems());
    }

    @Test
    void parse_refusesAHeadingThatIsNotTheFirstLine() {
        assertEquals(1, PriceList.parse("kettle,1.00\nslug,price").problems().size());
    }
}
