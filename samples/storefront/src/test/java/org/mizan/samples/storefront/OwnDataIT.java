package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads or changes what is somebody else's, on whichever path: customer 7 tries it with customer 8. */
class OwnDataIT {
    private static final String ADDRESS =
            "{\"name\":\"Ada\",\"street\":\"Am Markt 1\",\"zip\":\"07743\",\"city\":\"Jena\",\"country\":\"DE\"}";

    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    private static Visitor nobody;
    private static Visitor customer;
    private static Visitor other;
    private static Visitor admin;
    private static String ownCart;
    private static String othersCart;
    private static String othersOrder;

    @BeforeAll
    static void open() throws Exception {
        nobody = SHOP.get().visitor();
        customer = SHOP.get().customer(7);
        other = SHOP.get().customer(8);
        admin = SHOP.get().administrator();
        ownCart = filledCart(customer, 30);
        othersCart = filledCart(other, 31);
        var placed = other.call(
                "placeOrder",
                "{\"cartId\":\"" + filledCart(other, 32) + "\",\"customerId\":8,\"shipTo\":" + ADDRESS + "}");
        var id = Pattern.compile("\"id\":(\\d+)").matcher(placed.body());
        assertTrue(id.find(), placed.body());
        othersOrder = id.group(1);
    }

    private static String filledCart(Visitor of, int product) throws Exception {
        var cart = of.openCart();
        var added = of.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":" + product + ",\"quantity\":1}");
        assertEquals(200, added.statusCode(), added.body());
        return cart;
    }

    private static String filled(String template) {
        return template.replace('\'', '"')
                .replace("OWN_CART", ownCart)
                .replace("CART", othersCart)
                .replace("ORDER", othersOrder)
                .replace("SHIP_TO", ADDRESS);
    }

    private static void assertRefused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        assertFalse(answer.headers().firstValue("X-Mizan-Invalidate").isPresent());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "updateProfile|{'customerId':8,'name':'Mallory','email':'m@example.org'}",
                "cancelOrder|{'customerId':8,'orderId':ORDER}",
                "placeOrder|{'cartId':'CART','customerId':8,'shipTo':SHIP_TO}",
                "placeOrder|{'cartId':'OWN_CART','customerId':8,'shipTo':SHIP_TO}",
                "placeOrder|{'cartId':'CART','customerId':7,'shipTo':SHIP_TO}",
                "addReview|{'productId':31,'customerId':8,'rating':1,'text':'Not mine.'}",
                "addToCart|{'cartId':'CART','productId':31,'quantity':1}",
                "changeQuantity|{'cartId':'CART','productId':31,'quantity':0}",
                "chooseShipping|{'cartId':'CART','shipping':'EXPRESS'}",
                "customerProfile|{'customerId':8}",
                "customerOrders|{'customerId':8}",
                "customerReviews|{'customerId':8}",
                "cartLines|{'cartId':'CART'}",
                "cartTotals|{'cartId':'CART'}"
            })
    void call_reachesOwnDataOnly(String function, String args) throws Exception {
        var before = belongings();
        assertRefused(401, "UNAUTHORIZED", nobody.call(function, filled(args)));
        assertRefused(403, "FORBIDDEN", customer.call(function, filled(args)));
        assertEquals(before, belongings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer/?customerId=8", "cart/?cartId=CART"})
    void context_showsOwnDataOnly(String path) throws Exception {
        assertEquals(200, other.context(filled(path)).statusCode());
        assertRefused(401, "UNAUTHORIZED", nobody.context(filled(path)));
        assertRefused(403, "FORBIDDEN", customer.context(filled(path)));
        assertEquals(200, admin.context(filled(path)).statusCode());
    }

    /** Whoever says that it is theirs: the page comes without it, and the form is refused. */
    @Test
    void page_showsAndChangesOwnCartOnly() throws Exception {
        var before = belongings();
        var change = "cartId=" + othersCart + "&productId=31&quantity=2&shipping=EXPRESS";
        for (var visitor : new Visitor[] {
            SHOP.get().visitor(), SHOP.get().customer(7), SHOP.get().customer(8)
        }) {
            visitor.plantCart(othersCart);
            for (var path : new String[] {"cart", "products/31", "checkout"}) {
                var page = visitor.get(path);
                assertEquals(200, page.statusCode());
                assertEquals(
                        "no-store", page.headers().firstValue("Cache-Control").orElse(""));
                assertEquals(
                        visitor.toString().equals("8"), page.body().contains("\"cartLines\""), visitor + " " + path);
            }
        }
        assertRefused(401, "UNAUTHORIZED", nobody.form("cart", change));
        assertRefused(403, "FORBIDDEN", customer.form("cart", change));
        assertEquals(before, belongings());
    }

    /** Another site's form is refused, whosever cart it is about. */
    @Test
    void form_isThisSitesOwn() throws Exception {
        var before = belongings();
        var change = "cartId=" + othersCart + "&productId=31&quantity=2";
        assertEquals(
                403,
                other.form("cart", change, "Origin", "https://elsewhere.example")
                        .statusCode());
        assertEquals(
                403,
                other.form("products/31", "quantity=1", "Origin", "https://elsewhere.example")
                        .statusCode());
        assertEquals(before, belongings());
    }

    /** What a reader of one argument and a guard of another could disagree about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'customerId':7,'customerId':8}",
                "{'customerId':8,'customerId':7}",
                "{'customerId':'8'}",
                "{'customerId':8.0}",
                "{'customerId':8,'customerid':7}",
                "{'customerId':[7,8]}",
                "{'customerId':18446744073709551624}",
                "{}"
            })
    void ambiguousArguments_neverReachAnotherAccount(String args) throws Exception {
        var answer = customer.call("customerProfile", filled(args));
        assertFalse(answer.body().contains("\"id\":8"), answer.body());
        assertTrue(answer.statusCode() == 200 || answer.statusCode() / 100 == 4, answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer/?customerId=7&customerId=8",
                "customer/?customerId=8&customerId=7",
                "customer/?customerId=8%20",
                "customer/?customerId=08",
                "customer/?customerId=%2B8",
                "customer/?customerId=8;customerId=7",
                "customer/;customerId=7?customerId=8",
                "customer/?customerid=7&customerId=8",
                "customer/.?customerId=8",
                "%63ustomer/?customerId=8"
            })
    void ambiguousQuery_neverReachesAnotherAccount(String path) throws Exception {
        var mine = customer.context(path);
        assertFalse(mine.body().contains("\"id\":8,"), mine.body());
        assertNotEquals(200, nobody.context(path).statusCode());
    }

    @Test
    void orderOfAnother_isNotFoundUnderOnesOwnNumber() throws Exception {
        var before = belongings();
        assertRefused(
                404,
                "NO_SUCH_PURCHASE_ORDER",
                customer.call("cancelOrder", filled("{'customerId':7,'orderId':ORDER}")));
        assertEquals(before, belongings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "describeCategory|{'category':'tea','blurb':'Mine.'}",
                "renameCategory|{'category':'tea','name':'Mine'}",
                "discountCategory|{'slug':'tea','percent':90}",
                "addProduct|{'product':{'category':'tea','slug':'x','name':'X','description':'X','price':'1.00','stock':1}}",
                "receiveDelivery|{'items':[{'productId':31,'pieces':1}]}",
                "changeStrapline|{'strapline':'Mine'}",
                "changePrice|{'productId':31,'price':'0.01'}",
                "removeReview|{'productId':1,'reviewId':1}"
            })
    void runningTheShop_isTheAdministratorsOwn(String function, String args) throws Exception {
        assertRefused(401, "UNAUTHORIZED", nobody.call(function, filled(args)));
        assertRefused(403, "FORBIDDEN", customer.call(function, filled(args)));
        assertRefused(401, "UNAUTHORIZED", nobody.call(function, "{}"));
        assertRefused(403, "FORBIDDEN", customer.call(function, "{}"));
    }

    @Test
    void administrator_seesEveryAccount_butBuysForNobody() throws Exception {
        assertEquals(200, admin.context("customer/?customerId=7").statusCode());
        assertRefused(
                403,
                "FORBIDDEN",
                admin.call("placeOrder", filled("{'cartId':'CART','customerId':8,'shipTo':SHIP_TO}")));
        assertRefused(
                403,
                "FORBIDDEN",
                admin.call("addReview", "{\"productId\":31,\"customerId\":8,\"rating\":1,\"text\":\"No.\"}"));
    }

    @Test
    void cartOfNobody_isForWhoKnowsItsId() throws Exception {
        var cart = nobody.openCart();
        var args = "{\"cartId\":\"" + cart + "\",\"productId\":33,\"quantity\":1}";
        for (var visitor : new Visitor[] {nobody, customer, other, admin}) {
            assertEquals(200, visitor.call("addToCart", args).statusCode());
            assertEquals(200, visitor.context("cart/?cartId=" + cart).statusCode());
        }
        assertEquals(
                404,
                nobody.context("cart/?cartId=00000000-0000-4000-8000-000000000000")
                        .statusCode());
        assertEquals(
                404,
                nobody.form("cart", "cartId=00000000-0000-4000-8000-000000000000&shipping=EXPRESS")
                        .statusCode());
    }

    /** All that is customer 8's, as customer 8 sees it. */
    private static String belongings() throws Exception {
        return other.context("customer/?customerId=8").body()
                + other.context("cart/?cartId=" + othersCart).body();
    }
}
