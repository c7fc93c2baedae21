package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever fills the cache, nobody gets bytes out of it that a read of their own, past the cache, would not have given.
 *
 * <p>For every context: each visitor in turn reads first, the others after, all of them twice. Their answers are compared with
 * reads that follow a mutation which outdates the context and changes nothing.
 */
class CachePoisoningIT {
    private static final String HIT = "mizan; hit";

    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    private static List<Visitor> visitors;
    private static Visitor customer;
    private static Visitor other;
    private static Visitor admin;
    private static String ownCart;
    private static String othersCart;
    private static String nobodysCart;

    /** Something to read, what outdates it, and whether callers share its entry. */
    record Reading(String path, Touch touch, boolean shared) {
        @Override
        public String toString() {
            return path;
        }
    }

    enum Touch {
        GLOBAL,
        CATALOG,
        PRODUCT,
        CUSTOMER,
        OWN_CART,
        OTHERS_CART,
        NOBODYS_CART
    }

    @BeforeAll
    static void open() throws Exception {
        customer = SHOP.get().customer(7);
        other = SHOP.get().customer(8);
        admin = SHOP.get().administrator();
        var nobody = SHOP.get().visitor();
        visitors = List.of(customer, other, admin, nobody);
        ownCart = cart(customer, 40);
        othersCart = cart(other, 41);
        nobodysCart = cart(nobody, 42);
    }

    private static String cart(Visitor of, int product) throws Exception {
        var cart = of.openCart();
        of.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":" + product + ",\"quantity\":2}");
        return cart;
    }

    static Stream<Reading> readings() {
        return Stream.of(
                new Reading("global/", Touch.GLOBAL, false),
                new Reading("catalog/", Touch.CATALOG, true),
                new Reading("catalog/?category=knives&page=2&sort=PRICE", Touch.CATALOG, true),
                new Reading("catalog/?category=coffee", Touch.CATALOG, true),
                new Reading("catalog/?search=copper+kettle", Touch.CATALOG, true),
                new Reading("product/?productId=1", Touch.PRODUCT, true),
                new Reading("customer/?customerId=7", Touch.CUSTOMER, false),
                new Reading("customer/?customerId=8", Touch.CUSTOMER, false),
                new Reading("customer/?customerId=999", Touch.CUSTOMER, false),
                new Reading("cart/?cartId=CUSTOMERS", Touch.OWN_CART, false),
                new Reading("cart/?cartId=OTHERS", Touch.OTHERS_CART, false),
                new Reading("cart/?cartId=NOBODYS", Touch.NOBODYS_CART, false));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everybodyGets_whatTheyWouldGetWithoutTheCache(Reading reading) throws Exception {
        var path = reading.path()
                .replace("CUSTOMERS", ownCart)
                .replace("OTHERS", othersCart)
                .replace("NOBODYS", nobodysCart);
        Map<Visitor, String> fresh = new HashMap<>();
        for (var visitor : visitors) {
            touch(reading.touch());
            var answer = visitor.context(path);
            assertNotEquals(HIT, cacheStatus(answer), "outdated, so read anew");
            fresh.put(visitor, bytes(answer));
        }
        for (var first : visitors) {
            touch(reading.touch());
            for (var visitor : turns(first)) {
                for (int read = 1; read <= 2; read++) {
                    var answer = visitor.context(path);
                    assertEquals(fresh.get(visitor), bytes(answer), visitor + " after " + first);
                    if (answer.statusCode() == 200) {
                        boolean another = visitor != first && reading.shared();
                        assertEquals(
                                read == 2 || another, HIT.equals(cacheStatus(answer)), visitor + " after " + first);
                    }
                    assertOwnEyesOnly(reading, answer);
                }
            }
        }
        // The comparison would be idle if everybody were refused.
        assertTrue(
                path.contains("=999") || fresh.values().stream().anyMatch(bytes -> bytes.startsWith("200")),
                fresh::toString);
    }

    /** A proxy or the browser's cache must not hand it to the next one either. */
    private static void assertOwnEyesOnly(Reading reading, HttpResponse<String> answer) {
        if (!reading.shared()) {
            var control = answer.headers().firstValue("Cache-Control").orElse("");
            assertFalse(control.contains("public") || control.contains("s-maxage"), control);
        }
    }

    private static List<Visitor> turns(Visitor first) {
        var turns = new ArrayList<>(visitors);
        turns.remove(first);
        turns.add(0, first);
        return turns;
    }

    private static void touch(Touch touch) throws Exception {
        switch (touch) {
            case GLOBAL ->
                ok(admin.call("changeStrapline", "{\"strapline\":\"Things for the house that outlast the house\"}"));
            case CATALOG, PRODUCT -> {
                ok(other.form("webhooks/prices", "csv=slug,price%0Ahalden-copper-kettle,60.00"));
                ok(other.form("webhooks/prices", "csv=slug,price%0Ahalden-copper-kettle,68.90"));
            }
            case CUSTOMER -> {
                rewriteProfile(customer, 7);
                rewriteProfile(other, 8);
            }
            case OWN_CART -> chooseShippingAgain(ownCart);
            case OTHERS_CART -> chooseShippingAgain(othersCart);
            case NOBODYS_CART -> chooseShippingAgain(nobodysCart);
        }
    }

    private static void rewriteProfile(Visitor of, int id) throws Exception {
        var profile = Pattern.compile("\"email\":\"([^\"]+)\",\"id\":" + id + ",\"name\":\"([^\"]+)\"")
                .matcher(of.context("customer/?customerId=" + id).body());
        assertTrue(profile.find());
        ok(of.call(
                "updateProfile",
                "{\"customerId\":" + id + ",\"name\":\"" + profile.group(2) + "\",\"email\":\"" + profile.group(1)
                        + "\"}"));
    }

    private static void chooseShippingAgain(String cart) throws Exception {
        ok(admin.call("chooseShipping", "{\"cartId\":\"" + cart + "\",\"shipping\":\"STANDARD\"}"));
    }

    private static void ok(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 300, answer.body());
    }

    private static String cacheStatus(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    /** The status and the body, but for an error's id, which is never the same. */
    private static String bytes(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceAll("\"id\":\"[0-9a-f-]{36}\",", "");
    }
}
