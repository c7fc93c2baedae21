package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as the server renders them: complete before any script runs, taken over without a request, usable without scripts. */
class ViewsBrowserIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(SHOP);

    /** Paths, and what must be on the page for customer 31 with two pieces in the cart. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "/",
            List.of("Everything", "5,200 products", "Halden"),
            "/?category=coffee&sort=PRICE&page=2",
            List.of("Previous", "Price, lowest first", "Coffee"),
            "/?search=halden+copper+kettle",
            List.of("1 product", "Halden Copper Kettle"),
            "/products/1",
            List.of("Halden Copper Kettle", "Add to cart", "More like this"),
            "/products/97",
            List.of("Sold out", "Reviews", "More like this"),
            "/cart",
            List.of("Your cart", "To checkout", "2 pieces"),
            "/checkout",
            List.of("Where does it go?", "2 pieces", "Place the order"),
            "/orders",
            List.of("Your orders", "Your details", "Customer since"),
            "/sign-in",
            List.of("You are signed in as customer 31 already.", "Password"),
            "/prices",
            List.of("For the administrator", "Prices"));

    /** The development build says what hydration finds different: any word in the console fails the test. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "development"})
    void page_hasItsDataBeforeScripts_andIsHydratedWithoutARequest(String build) {
        var window = CHROMIUM.window();
        if (build.equals("development")) {
            window.withDevelopmentBuild();
        }
        var tab = window.open("/").signIn("31", "kettle").buy(120, 121);
        PAGES.forEach((path, texts) -> {
            tab.reads();
            var html = shown(tab.page().navigate(path).text());
            texts.forEach(text -> assertTrue(html.contains(text), () -> path + ": " + text + " is not in " + html));
            assertFalse(html.contains("Loading"), html);
            assertEquals(List.of(), tab.reads(), path);
            assertEquals(List.of(), window.said(), path);
            assertThat(tab.text(texts.get(0)).first()).isVisible();
        });
    }

    @Test
    void administratorsPage_hasItsDataBeforeScripts() {
        var tab = CHROMIUM.window().open("/").signIn("admin", "teapot");
        tab.reads();
        var html = tab.page().navigate("/prices?category=knives").text();
        assertTrue(shown(html).contains("New price of"), html);
        assertEquals(List.of(), tab.reads());
    }

    /** What a visitor reads: without the data for scripts, without React's marks between texts. */
    private static String shown(String html) {
        return html.replaceAll("(?s)<script.*?</script>", "")
                .replace("<!-- -->", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void missingProduct_isAPageWithStatus404() throws Exception {
        var answer = SHOP.get().visitor().get("products/999999");
        assertEquals(404, answer.statusCode());
        assertTrue(shown(answer.body()).contains("There is no such product"), answer.body());
        var tab = CHROMIUM.window().expectingRefusals().open("/products/999999");
        assertThat(tab.heading("There is no such product")).isVisible();
        assertEquals(List.of(), tab.reads());
    }

    @Test
    void title_isThePages_onTheServerAndAfterNavigation() throws Exception {
        var page = SHOP.get().visitor().get("products/1").body();
        assertTrue(page.substring(0, page.indexOf("</head>")).contains("<title>Halden Copper Kettle"), page);
        var tab = CHROMIUM.window().open("/products/1");
        assertThat(tab.page()).hasTitle("Halden Copper Kettle – Halden & Brisa");
        tab.link("Everything").first().click();
        assertThat(tab.page()).hasTitle("Everything – Halden & Brisa");
    }

    /** After the first page the router goes on: no page is loaded again. */
    @Test
    void navigation_goesOnInThePage() {
        var tab = CHROMIUM.window().open("/?category=coffee");
        tab.page().evaluate("window.same = true");
        tab.page().locator(".card a").first().click();
        assertThat(tab.heading("More like this")).isVisible();
        tab.page().goBack();
        assertThat(tab.page().locator(".card").first()).isVisible();
        assertEquals(true, tab.page().evaluate("window.same"));
    }

    @Test
    void withoutScripts_everythingUpToTheCheckoutWorks() {
        var tab = CHROMIUM.windowWithoutScripts().open("/");
        tab.field("Search").fill("halden copper kettle");
        tab.field("Search").press("Enter");
        assertThat(tab.page().locator(".card")).hasCount(1);
        tab.link("Halden Copper Kettle").click();
        tab.screenshot("product-without-scripts");
        tab.button("One more").click();
        assertThat(tab.page().locator("output")).hasText("2");
        tab.button("Add to cart").click();
        assertThat(tab.heading("Your cart")).isVisible();
        assertThat(tab.link("Cart 2 pieces")).isVisible();
        tab.button("One more").click();
        assertThat(tab.link("Cart 3 pieces")).isVisible();
        tab.button("One less").click();
        assertThat(tab.link("Cart 2 pieces")).isVisible();
        tab.field("Express, tomorrow").check();
        tab.button("Choose").click();
        assertThat(tab.field("Express, tomorrow")).isChecked();
        assertThat(tab.text("€9.90")).isVisible();
        tab.screenshot("cart-without-scripts");

        tab.link("To checkout").click();
        tab.page().locator("main").getByText("Sign in").last().click();
        tab.fill("Customer number", "32")
                .fill("Password", "kettle")
                .field("Password")
                .press("Enter");
        assertThat(tab.heading("Where does it go?")).isVisible();
        tab.link("Orders").click();
        assertThat(tab.heading("Your details")).isVisible();
        tab.button("Sign out").click();
        assertThat(tab.link("Sign in").first()).isVisible();
        assertThat(tab.link("Cart")).isVisible();
        tab.go("/cart").screenshot("cart-empty-without-scripts");
        assertThat(tab.heading("Nothing in it yet")).isVisible();
    }

    @Test
    void withoutScripts_soldOutIsSaid() {
        var tab = CHROMIUM.windowWithoutScripts().open("/products/96?quantity=9");
        tab.button("Add to cart").click();
        assertThat(tab.text("There are not as many left as you would like.")).isVisible();
    }

    /** Two customers whose pages are asked for in turn: each has their own cart and name, on the same path. */
    @Test
    void page_isNobodyElses() throws Exception {
        var visitors = new Visitor[] {SHOP.get().customer(33), SHOP.get().customer(34)};
        var products = new int[] {130, 131};
        var carts = new String[2];
        for (int i = 0; i < 2; i++) {
            carts[i] = visitors[i].openCart();
            visitors[i].plantCart(carts[i]);
            visitors[i].form("products/" + products[i], "quantity=1");
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 2; i++) {
                for (var path : new String[] {"cart", "orders", "products/1"}) {
                    var page = visitors[i].get(path).body();
                    assertTrue(page.contains(carts[i]), path);
                    assertFalse(page.contains(carts[1 - i]), path);
                    assertTrue(page.contains("\"customerId\":" + (33 + i)), path);
                    assertFalse(page.contains("\"customerId\":" + (34 - i)), path);
                }
            }
            var nobody = SHOP.get().visitor().get("cart").body();
            assertFalse(nobody.contains(carts[0]) || nobody.contains(carts[1]), nobody);
        }
    }
}
