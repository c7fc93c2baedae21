package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the README promises: each kind of mutation, what it makes stale, and that the next read shows it. */
class StorefrontIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    private static Visitor nobody;
    private static Visitor customer;
    private static Visitor admin;

    @BeforeAll
    static void open() throws Exception {
        nobody = SHOP.get().visitor();
        customer = SHOP.get().customer(7);
        admin = SHOP.get().administrator();
    }

    private static String context(String path) throws Exception {
        var answer = nobody.context(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String stale(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Mizan-Invalidate").orElse("");
    }

    private static void assertStale(String expected, HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 400, answer.body());
        assertEquals(expected, stale(answer));
    }

    @Test
    void secondRead_isAHit_untilAMutationReachesIt() throws Exception {
        context("product/?productId=11");
        context("product/?productId=12");
        assertEquals("mizan; hit", cacheStatus("product/?productId=11"));
        nobody.call("markReviewHelpful", "{\"productId\":11,\"reviewId\":" + firstReviewOf(11) + "}");
        assertEquals("mizan; fwd=stale; stored; detail=outdated", cacheStatus("product/?productId=11"));
        assertEquals("mizan; hit", cacheStatus("product/?productId=11"));
        assertEquals("mizan; hit", cacheStatus("product/?productId=12"), "another product's entry stays");
    }

    private static String cacheStatus(String path) throws Exception {
        return nobody.context(path).headers().firstValue("Cache-Status").orElse("");
    }

    private static String firstReviewOf(int product) throws Exception {
        var id = Pattern.compile("\"productReviews\":\\[\\{.*?\"id\":(\\d+)")
                .matcher(context("product/?productId=" + product));
        assertTrue(id.find());
        return id.group(1);
    }

    /** The client was generated without a server, and yet they have the same hash: else every refusal would be 409. */
    @Test
    void generatedClient_andServer_haveTheSameSchema() throws Exception {
        var module = Files.readString(Path.of("src/main/frontend/mizan/index.ts"));
        var hash = Pattern.compile("export const schema = '([0-9a-f]{32})'").matcher(module);
        assertTrue(hash.find());
        assertEquals(400, badCall(hash.group(1)).statusCode());
        assertEquals(409, badCall("0".repeat(32)).statusCode(), "a client of another schema is told so");
    }

    private static HttpResponse<String> badCall(String schema) throws Exception {
        return nobody.post("api/mizan/call/", "application/json", "{\"fn\":\"addToCart\"}", "X-Mizan-Schema", schema);
    }

    @Test
    void seed_hasAShopfulOfProducts() throws Exception {
        assertTrue(context("catalog/?category=coffee&page=2&sort=PRICE").contains("\"category\":\"coffee\""));
        assertTrue(context("product/?productId=1").contains("\"price\":\"68.90\""), "money is text");
        assertTrue(context("catalog/").contains("\"total\":5200")
                || context("catalog/").contains("5200"));
    }

    @Test
    void exactScope_namesTheCart_andTheNextReadShowsIt() throws Exception {
        var cart = nobody.openCart();
        var added = nobody.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":1,\"quantity\":2}");
        assertStale("cart;cartId=" + cart, added);
        assertTrue(added.body().contains("{\"context\":\"cart\",\"params\":{\"cartId\":\"" + cart + "\"}}"));
        assertTrue(context("cart/?cartId=" + cart).contains("\"quantity\":2"));
    }

    @Test
    void oneFunctionOfAContext_isNamed() throws Exception {
        var cart = nobody.openCart();
        assertStale(
                "cart.cartTotals;cartId=" + cart,
                nobody.call("chooseShipping", "{\"cartId\":\"" + cart + "\",\"shipping\":\"EXPRESS\"}"));
    }

    @Test
    void partialScope_namesTheCategory_andSeveralContextsAtOnce() throws Exception {
        assertStale(
                "catalog;category=knives",
                admin.call("describeCategory", "{\"category\":\"knives\",\"blurb\":\"Sharp, and meant to be.\"}"));
        assertTrue(context("catalog/?category=knives").contains("Sharp, and meant to be."));
        assertStale(
                "catalog;category=knives, global",
                admin.call("renameCategory", "{\"category\":\"knives\",\"name\":\"Knives\"}"));
    }

    @Test
    void review_isExactForTheProduct_andBroadForTheCatalogue() throws Exception {
        assertStale(
                "product;productId=10, catalog, customer.customerReviews;customerId=7",
                customer.call("addReview", "{\"productId\":10,\"customerId\":7,\"rating\":5,\"text\":\"It pours.\"}"));
        assertTrue(context("product/?productId=10").contains("It pours."));
    }

    @Test
    void order_namesTheProductsThatAreInIt_programmatically() throws Exception {
        var cart = nobody.openCart();
        nobody.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":20,\"quantity\":1}");
        nobody.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":21,\"quantity\":1}");
        var order = customer.call(
                "placeOrder",
                "{\"cartId\":\"" + cart + "\",\"customerId\":7,\"shipTo\":{\"name\":\"Ada\",\"street\":\"Am Markt 1\","
                        + "\"zip\":\"07743\",\"city\":\"Jena\",\"country\":\"DE\"}}");
        assertTrue(stale(order).startsWith("cart;cartId=" + cart + ", customer.customerOrders;customerId=7"));
        assertTrue(stale(order).contains("product;productId=20, product;productId=21"), stale(order));
    }

    @Test
    void priceList_comesByWebhookOnly_andNothingIsWrittenWhenALineIsBad() throws Exception {
        var good = URLEncoder.encode("slug,price\nhalden-copper-kettle,55.50", StandardCharsets.UTF_8);
        var back = URLEncoder.encode("slug,price\nhalden-copper-kettle,68.90", StandardCharsets.UTF_8);
        assertStale("catalog, product;productId=1", nobody.form("webhooks/prices", "csv=" + good));
        assertTrue(context("product/?productId=1").contains("\"price\":\"55.50\""));
        assertStale("catalog, product;productId=1", nobody.form("webhooks/prices", "csv=" + back));
        var bad = URLEncoder.encode("halden-copper-kettle,1.00\nKettle,3", StandardCharsets.UTF_8);
        var refused = nobody.form("webhooks/prices", "csv=" + bad);
        assertEquals(422, refused.statusCode());
        assertEquals("", stale(refused));
        assertTrue(context("product/?productId=1").contains("\"price\":\"68.90\""));
        assertEquals(403, nobody.call("importPrices", "{\"csv\":\"\"}").statusCode());
    }

    @Test
    void newPrice_isExactForTheProduct_andBroadForTheCatalogue() throws Exception {
        assertStale(
                "product;productId=50, catalog", admin.call("changePrice", "{\"productId\":50,\"price\":\"12.34\"}"));
        assertTrue(context("product/?productId=50").contains("\"price\":\"12.34\""));
        for (var price : new String[] {"0.00", "-1.00", "1.234", "100000.00"}) {
            var refused = admin.call("changePrice", "{\"productId\":50,\"price\":\"" + price + "\"}");
            assertEquals(422, refused.statusCode(), refused.body());
            assertEquals("", stale(refused));
        }
        assertEquals(
                404,
                admin.call("changePrice", "{\"productId\":999999,\"price\":\"1.00\"}")
                        .statusCode());
    }

    @Test
    void search_findsPartsOfNames_inWhicheverCase_andTakesEveryCharacterAsItIs() throws Exception {
        var found = context("catalog/?search=%20hALDEN%20copper%20kettle");
        assertTrue(found.contains("\"name\":\"Halden Copper Kettle\""), found);
        assertTrue(found.contains("\"products\":1"), found);
        assertTrue(context("catalog/?search=copper&category=coffee").contains("\"products\":0"));
        assertTrue(context("catalog/?search=%20").contains("\"products\":52"), "blank is no search");
        for (var wildcard : new String[] {"%25", "_", "!", "%27"}) {
            var none = context("catalog/?search=kettle" + wildcard);
            assertTrue(none.contains("\"products\":0"), none);
        }
    }

    @Test
    void formThatRedirects_isPlainJakarta_plusTheHeader() throws Exception {
        var cart = nobody.openCart();
        nobody.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":5,\"quantity\":1}");
        var answer = nobody.form("cart", "cartId=" + cart + "&productId=5&quantity=2");
        assertEquals(303, answer.statusCode());
        assertEquals("cart;cartId=" + cart, stale(answer));
        nobody.plantCart(cart);
        assertTrue(nobody.get("cart").body().contains("\"quantity\":2"));
    }

    @Test
    void soldOut_isTheShopsOwnError() throws Exception {
        var cart = nobody.openCart();
        var answer = nobody.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":97,\"quantity\":1}");
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"OUT_OF_STOCK\""));
        assertEquals("", stale(answer));
        assertFalse(answer.body().contains("invalidate"));
    }
}
