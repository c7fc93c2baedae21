package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mizan.codegen.vcl.varnish.Varnish;

/** A real Varnish before the shop, with the configuration of {@code mizan:vcl}: what it keeps, and what outdates that. */
class EdgeIT {
    private static final String HIT = "Edge; hit";
    private static final String MISS = "Edge; fwd=miss";
    private static final String BYPASS = "Edge; fwd=bypass";

    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    private static URI edge;
    private static Visitor nobody;
    private static Visitor admin;
    private static Visitor customer;

    @BeforeAll
    static void open() throws Exception {
        edge = SHOP.get().edge().orElseThrow(Varnish::missing);
        nobody = Visitor.anonymous(edge);
        admin = Visitor.signedIn(edge, "admin", "teapot");
        customer = Visitor.signedIn(edge, "41", "kettle");
    }

    private static String status(HttpResponse<String> answer) {
        var said = answer.headers().firstValue("Cache-Status").orElse("");
        return said.substring(said.lastIndexOf(", ") + 1).strip();
    }

    private static String body(String expectedStatus, String path) throws Exception {
        var answer = nobody.context(path);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(expectedStatus, status(answer), path);
        return answer.body();
    }

    private static void keep(String... paths) throws Exception {
        for (var path : paths) {
            nobody.context(path);
            body(HIT, path);
        }
    }

    private static HttpResponse<String> changed(HttpResponse<String> answer, String targets) {
        assertTrue(answer.statusCode() < 400, answer.body());
        assertEquals(targets, answer.headers().firstValue("X-Mizan-Invalidate").orElse(""));
        return answer;
    }

    /** The edge is also told by the application of what it has seen itself, a moment later. */
    @BeforeEach
    void isToldOfWhatWentBefore() throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        keep("global/");
    }

    @Test
    void exactAndBroad_thisProductAndEveryPageOfTheCatalogue() throws Exception {
        keep("product/?productId=201", "product/?productId=202", "catalog/?category=coffee&page=2");

        changed(admin.call("changePrice", "{\"productId\":201,\"price\":\"12.34\"}"), "product;productId=201, catalog");

        assertTrue(body(MISS, "product/?productId=201").contains("12.34"));
        body(MISS, "catalog/?category=coffee&page=2");
        body(HIT, "product/?productId=202");
        body(HIT, "global/");
    }

    @Test
    void partial_everyPageOfOneCategory_andThoseThatNameNone() throws Exception {
        keep("catalog/?category=baking", "catalog/?category=baking&page=2&sort=PRICE", "catalog/?page=3");
        keep("catalog/?category=knives&page=2", "product/?productId=203");

        changed(
                admin.call("describeCategory", "{\"category\":\"baking\",\"blurb\":\"Flour, as it should be.\"}"),
                "catalog;category=baking");

        assertTrue(body(MISS, "catalog/?category=baking").contains("Flour, as it should be."));
        assertTrue(body(MISS, "catalog/?category=baking&page=2&sort=PRICE").contains("Flour, as it should be."));
        body(MISS, "catalog/?page=3");
        body(HIT, "catalog/?category=knives&page=2");
        body(HIT, "product/?productId=203");
    }

    @Test
    void functions_outdateTheirContexts() throws Exception {
        keep("product/?productId=1", "product/?productId=204");
        var reviews = body(HIT, "product/?productId=1");
        var review = reviews.replaceAll("(?s).*\"productReviews\":\\[\\{[^}]*\"id\":(\\d+).*", "$1");

        changed(
                nobody.call("markReviewHelpful", "{\"productId\":1,\"reviewId\":" + review + "}"),
                "product.productReviews;productId=1");
        assertNotEquals(reviews, body(MISS, "product/?productId=1"));

        changed(admin.call("changeStrapline", "{\"strapline\":\"Seen through an edge\"}"), "global.shop");
        assertTrue(body(MISS, "global/").contains("Seen through an edge"));
        body(HIT, "product/?productId=204");
        changed(
                admin.call("changeStrapline", "{\"strapline\":\"Things for the house that outlast the house\"}"),
                "global.shop");
    }

    @Test
    void broad_everyProduct() throws Exception {
        keep("product/?productId=205", "product/?productId=206", "catalog/?category=coffee");
        changed(admin.call("discountCategory", "{\"slug\":\"glassware\",\"percent\":1}"), "catalog, product");
        body(MISS, "product/?productId=205");
        body(MISS, "product/?productId=206");
        body(MISS, "catalog/?category=coffee");
        body(HIT, "global/");
    }

    /** The webhook's answer, and a form's redirect, say what became stale, as calls do. */
    @Test
    void routesAndForms_purgeToo() throws Exception {
        keep("product/?productId=1", "product/?productId=207");
        changed(
                nobody.form("webhooks/prices", "csv=slug,price%0Ahalden-copper-kettle,61.00"),
                "catalog, product;productId=1");
        assertTrue(body(MISS, "product/?productId=1").contains("61.00"));
        changed(
                nobody.form("webhooks/prices", "csv=slug,price%0Ahalden-copper-kettle,68.90"),
                "catalog, product;productId=1");
        assertTrue(body(MISS, "product/?productId=1").contains("68.90"));

        var buyer = Visitor.signedIn(edge, "42", "kettle");
        var cart = buyer.openCart();
        buyer.plantCart(cart);
        var bought = buyer.form("products/207", "quantity=1");
        assertEquals("/cart", bought.headers().firstValue("Location").orElse("").replaceAll("^http://[^/]+", ""));
        changed(bought, "cart;cartId=" + cart);
        body(HIT, "product/?productId=207");
    }

    /** Neither a timer nor a request past the edge passes it: the application tells it. */
    @Test
    void mutationThatDoesNotPassTheEdge_isToldToIt() throws Exception {
        keep("product/?productId=208", "product/?productId=209");
        keepPages("products/208");
        var past = SHOP.get().administrator();
        changed(past.call("changePrice", "{\"productId\":208,\"price\":\"23.45\"}"), "product;productId=208, catalog");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!nobody.context("product/?productId=208").body().contains("23.45")) {
            assertTrue(System.nanoTime() - end < 0, "the edge was not told");
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertTrue(page(MISS, "products/208").contains("23.45"));
        body(HIT, "product/?productId=209");
    }

    /** Shared contexts are kept for who is signed in, too; all else is theirs alone. */
    @Test
    void visitorsWithCookies_shareWhatIsShared() throws Exception {
        keep("product/?productId=210", "catalog/?category=baking&page=3");
        for (var visitor : List.of(customer, admin)) {
            assertEquals(HIT, status(visitor.context("product/?productId=210")));
            assertEquals(BYPASS, status(visitor.context("global/")));
            assertEquals(BYPASS, status(visitor.context("visitor/")));
        }
        assertTrue(customer.context("visitor/").body().contains("\"customerId\":41"));
        assertFalse(nobody.context("visitor/").body().contains("41"));
        assertFalse(nobody.context("visitor/").body().contains("41"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cart/?cartId=CART",
                "cart?cartId=CART",
                "cart/?cartId=CART&cartId=CART",
                "cart/?cartId=CART&productId=1",
                "cart/?cartid=CART&cartId=CART",
                "cart/.?cartId=CART",
                "%63art/?cartId=CART",
                "cart/;productId=1?cartId=CART",
                "customer/?customerId=41",
                "customer/?customerId=041",
                "customer/?customerId=%34%31",
                "customer/?customerId=41&productId=1",
                "product/?productId=1&cartId=CART",
                "product/?customerId=41"
            })
    void ownData_isNobodyElses_whoeverAsksFirst(String path) throws Exception {
        var cart = customer.openCart();
        customer.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":211,\"quantity\":1}");
        var asked = path.replace("CART", cart);
        customer.context(asked);
        var own = customer.context(asked);
        assertNotEquals(HIT, status(own));
        var other = Visitor.signedIn(edge, "43", "kettle");
        for (var visitor : List.of(other, nobody)) {
            for (int i = 0; i < 2; i++) {
                var answer = visitor.context(asked);
                assertNotEquals(200, answer.statusCode(), visitor + ": " + answer.body());
                assertNotEquals(HIT, status(answer));
            }
        }
        assertEquals(own.statusCode(), customer.context(asked).statusCode());
    }

    /** What another program in the way might take for the address, the method or the caller. */
    @ParameterizedTest
    @CsvSource({
        "X-Original-URL, /api/mizan/ctx/global/",
        "X-Rewrite-URL, /api/mizan/ctx/global/",
        "X-HTTP-Method-Override, DELETE",
        "X-Forwarded-Host, elsewhere.example",
        "Forwarded, host=elsewhere.example",
        "Origin, https://elsewhere.example",
        "X-Mizan-Invalidate, *",
        "Accept-Language, de",
        "X-Mizan-Schema, other"
    })
    void headersOfOne_changeNothingForTheNext(String name, String value) throws Exception {
        var path =
                "catalog/?category=coffee&page=4&search=" + name.toLowerCase().replace("-", "");
        nobody.get("api/mizan/ctx/" + path, name, value);
        var answer = nobody.context(path);
        assertEquals(200, answer.statusCode());
        var plain = SHOP.get().visitor().context(path);
        assertEquals(plain.body(), answer.body());
        assertEquals(
                plain.headers().allValues("Access-Control-Allow-Origin"),
                answer.headers().allValues("Access-Control-Allow-Origin"));
        body(HIT, "global/");
    }

    private static HttpResponse<String> page(Visitor visitor, String path) throws Exception {
        var answer = visitor.get(path, "Accept", "text/html,*/*;q=0.8");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("X-Mizan-Page").isEmpty(), "stays between the shop and its edge");
        return answer;
    }

    private static String page(String expectedStatus, String path) throws Exception {
        var answer = page(nobody, path);
        assertEquals(expectedStatus, status(answer), path);
        return answer.body();
    }

    /** The application's own word of a mutation may come after the page was fetched anew. */
    private static void awaitKept(String path) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!status(page(nobody, path)).equals(HIT)) {
            assertTrue(System.nanoTime() - end < 0, "never kept");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void keepPages(String... paths) throws Exception {
        for (var path : paths) {
            page(nobody, path);
            page(HIT, path);
        }
    }

    /** The product itself, what others buy of its category, the shop's sign: whatever it shows outdates it, nothing else. */
    @Test
    void productsPage_isKept_untilWhatItShowsChanges() throws Exception {
        keepPages("products/213", "products/214", "");
        var kept = page(nobody, "products/213");
        assertTrue(kept.headers().firstValue("Set-Cookie").isEmpty());
        var policy = kept.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self' 'sha256-") && !policy.contains("nonce"), policy);
        assertEquals(kept.body(), page(HIT, "products/213"));

        changed(admin.call("changePrice", "{\"productId\":213,\"price\":\"34.56\"}"), "product;productId=213, catalog");
        assertTrue(page(MISS, "products/213").contains("34.56"));
        page(MISS, "products/214");
        page(MISS, "");

        keepPages("products/213", "products/214", "", "?category=coffee&page=2");
        changed(admin.call("changeStrapline", "{\"strapline\":\"On every page\"}"), "global.shop");
        for (var path : List.of("products/213", "products/214", "", "?category=coffee&page=2")) {
            assertTrue(page(MISS, path).contains("On every page"), path);
        }
        changed(
                admin.call("changeStrapline", "{\"strapline\":\"Things for the house that outlast the house\"}"),
                "global.shop");
    }

    /** By a call, and by a form that redirects: this product's page is new, the others stay. */
    @Test
    void functionTarget_outdatesOneProductsPage_byCallAndByForm() throws Exception {
        keepPages("products/1", "products/215", "");
        var review = firstReview(page(HIT, "products/1"), "id");
        for (boolean form : new boolean[] {false, true}) {
            int before = firstReview(page(HIT, "products/1"), "helpful");
            var answer = form
                    ? nobody.form("products/1/helpful", "reviewId=" + review)
                    : nobody.call("markReviewHelpful", "{\"productId\":1,\"reviewId\":" + review + "}");
            changed(answer, "product.productReviews;productId=1");
            assertEquals(form ? 303 : 200, answer.statusCode());
            assertEquals(before + 1, firstReview(page(MISS, "products/1"), "helpful"));
            awaitKept("products/1");
            page(HIT, "products/215");
            page(HIT, "");
        }
    }

    /** Of the data in a page. */
    private static int firstReview(String page, String member) {
        var reviews = page.substring(page.indexOf("\"productReviews\":"));
        return Integer.parseInt(reviews.replaceAll("(?s)^[^{]*\\{[^}]*?\"" + member + "\":(\\d+).*", "$1"));
    }

    /** A category is on its own pages, and below each of its products. */
    @Test
    void partialTarget_outdatesThePagesThatShowTheCategory() throws Exception {
        var baking = "products/" + firstProduct("baking");
        var knives = "products/" + firstProduct("knives");
        keepPages("?category=baking&page=2&sort=PRICE", "?sort=PRICE&page=2", "?category=knives", baking, knives);
        keepPages("cart");
        changed(
                admin.call("describeCategory", "{\"category\":\"baking\",\"blurb\":\"Sugar on every page.\"}"),
                "catalog;category=baking");
        assertTrue(page(MISS, "?page=2&category=baking&sort=PRICE").contains("Sugar on every page."));
        page(MISS, "?sort=PRICE&page=2");
        page(MISS, baking);
        page(HIT, "?category=knives");
        page(HIT, knives);
        page(HIT, "cart");
    }

    private static int firstProduct(String category) throws Exception {
        var products = nobody.context("catalog/?category=" + category).body();
        return Integer.parseInt(products.replaceAll("(?s)^.*?\"items\":\\[\\{[^}]*?\"id\":(\\d+).*", "$1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?utm_source=x", "?category=coffee&category=knives", "products/01", "products/1?quantity=2"})
    void pagesThatNoPurgeWouldFind_pass(String path) throws Exception {
        page(BYPASS, path);
        page(BYPASS, path);
    }

    /** Pages of the shop show who is signed in and their cart: with a cookie they are passed, and never stored. */
    @ParameterizedTest
    @ValueSource(strings = {"", "cart", "products/1", "orders", "prices"})
    void pages_ofWhoHasACookie_areTheirReadersOwn(String path) throws Exception {
        keepPages("sign-in");
        var buyer = Visitor.anonymous(edge);
        var cart = customer.openCart();
        buyer.plantCart(cart);
        changed(admin.call("changeStrapline", "{\"strapline\":\"Whoever asks first\"}"), "global.shop");
        page(MISS, "sign-in");
        for (int i = 0; i < 2; i++) {
            var own = page(customer, path);
            assertEquals(BYPASS, status(own));
            assertTrue(own.body().contains("\"customerId\":41"), own.body());
            assertEquals(BYPASS, status(page(buyer, path)));
        }
        for (var expected : List.of(MISS, HIT)) {
            var other = page(expected, path);
            assertFalse(other.contains("\"customerId\":41"), other);
            assertFalse(other.contains(cart), other);
        }
        assertEquals(BYPASS, status(page(customer, path)));
        changed(
                admin.call("changeStrapline", "{\"strapline\":\"Things for the house that outlast the house\"}"),
                "global.shop");
    }

    @Test
    void purges_areTakenFromTheShopsMachineAlone() throws Exception {
        keep("product/?productId=212");
        var client = HttpClient.newHttpClient();
        var purge = HttpRequest.newBuilder(edge)
                .method("PURGE", BodyPublishers.noBody())
                .header("X-Mizan-Invalidate", "product;productId=212");
        var through = client.send(
                purge.copy().header("X-Forwarded-For", "203.0.113.9").build(), BodyHandlers.ofString());
        assertEquals(403, through.statusCode());
        body(HIT, "product/?productId=212");
        assertEquals(200, client.send(purge.build(), BodyHandlers.ofString()).statusCode());
        body(MISS, "product/?productId=212");
    }
}
