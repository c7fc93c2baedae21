package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the shelf to the order: with mistakes on the way, with the last piece gone, and without a mouse. */
class PurchaseBrowserIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(SHOP);

    /** With React's checks too: StrictMode mounts every component twice. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "development"})
    void purchase_goesThrough_afterEveryMistakeIsSaidAtItsField(String build) {
        var window = CHROMIUM.window().expectingRefusals();
        if (build.equals("development")) {
            window.withDevelopmentBuild();
        }
        var tab = window.open("/").buy(110, 111).go("/cart");
        tab.button("One more").first().click();
        assertThat(tab.link("Cart 3 pieces")).isVisible();
        tab.field("Express, tomorrow").check();
        assertThat(tab.field("Express, tomorrow")).isChecked();
        tab.link("To checkout").click();
        tab.page().locator("main").getByText("Sign in").last().click();
        tab.fill("Customer number", "20").fill("Password", "wrong");
        tab.field("Password").press("Enter");
        assertThat(tab.text("There is no such name and password.")).isVisible();
        tab.fill("Password", "kettle").page().getByLabel("Password").press("Enter");

        tab.button("Place the order").click();
        assertThat(tab.text("Please correct what is marked.")).isVisible();
        assertThat(tab.field("Name")).isFocused();
        for (var label : new String[] {"Name", "Street and number", "Postcode", "City"}) {
            assertThat(tab.field(label)).hasAttribute("aria-invalid", "true");
        }
        tab.fill("Name", "Ada Berg").fill("Street and number", "Am Markt 1");
        tab.fill("Postcode", "?").fill("City", "Jena");
        tab.button("Place the order").click();
        assertThat(tab.field("Postcode")).isFocused();
        assertThat(tab.field("Name")).not().hasAttribute("aria-invalid", "true");
        assertThat(tab.field("Name")).hasValue("Ada Berg");
        tab.fill("Postcode", "07743").button("Place the order").click();

        assertThat(tab.text("Thank you! Order")).isVisible();
        assertThat(tab.link("Cart")).isVisible();
        var order = tab.page().locator(".orders article").first();
        assertThat(order).containsText("Ada Berg, Am Markt 1, 07743 Jena");
        assertThat(order).containsText("Express");
        order.getByText("Cancel this order").click();
        assertThat(order).containsText("Cancelled");
    }

    /** Of number 193 a single piece is left; another customer is faster. */
    @Test
    void lastPiece_isSaidToBeGone_beforeAndAtTheCheckout() throws Exception {
        var tab = CHROMIUM.window()
                .expectingRefusals()
                .open("/")
                .signIn("21", "kettle")
                .go("/products/193");
        assertThat(tab.text("Only 1 left")).isVisible();
        tab.button("One more").click();
        tab.button("Add to cart").click();
        assertThat(tab.text("There are not as many left as you would like.")).isVisible();
        tab.button("One less").click();
        tab.button("Add to cart").click();
        assertThat(tab.link("Cart 1 piece")).isVisible();
        tab.go("/checkout");

        var faster = SHOP.get().customer(22);
        var cart = faster.openCart();
        faster.call("addToCart", "{\"cartId\":\"" + cart + "\",\"productId\":193,\"quantity\":1}");
        var order = faster.call(
                "placeOrder",
                "{\"cartId\":\"" + cart + "\",\"customerId\":22,\"shipTo\":{\"name\":\"Eve\",\"street\":\"Am Markt 2\","
                        + "\"zip\":\"07743\",\"city\":\"Jena\",\"country\":\"DE\"}}");
        assertEquals(200, order.statusCode(), order.body());

        tab.fill("Name", "Ada")
                .fill("Street and number", "Am Markt 1")
                .fill("Postcode", "07743")
                .fill("City", "Jena");
        tab.button("Place the order").click();
        assertThat(tab.text("you want 1, none are left.")).isVisible();
        tab.go("/products/193");
        assertThat(tab.text("Sold out").first()).isVisible();
    }

    @Test
    void purchase_needsNoMouse() {
        // After the sign-in the first call is refused: it has the token of the session before.
        var tab = CHROMIUM.window().expectingRefusals().open("/");
        var keyboard = tab.page().keyboard();
        keyboard.press("Tab");
        assertThat(tab.link("Skip to the content")).isFocused();
        keyboard.press("Enter");
        assertThat(tab.page().locator("main")).isFocused();
        reach(tab, tab.field("Search"), "Tab");
        keyboard.type("halden copper kettle");
        assertThat(tab.page().locator(".card")).hasCount(1);
        reach(tab, tab.link("Halden Copper Kettle"), "Tab");
        keyboard.press("Enter");
        assertThat(tab.page().locator("main")).isFocused();
        assertThat(tab.heading("Reviews")).isVisible();
        reach(tab, tab.button("Add to cart"), "Tab");
        keyboard.press("Space");
        assertThat(tab.link("Cart 1 piece")).isVisible();
        reach(tab, tab.link("Cart 1 piece"), "Shift+Tab");
        keyboard.press("Enter");
        assertThat(tab.heading("Your cart")).isVisible();
        reach(tab, tab.field("Standard, two days"), "Tab");
        keyboard.press("ArrowDown");
        assertThat(tab.field("Express, tomorrow")).isChecked();
        reach(tab, tab.link("To checkout"), "Tab");
        keyboard.press("Enter");
        assertThat(tab.heading("Almost there")).isVisible();
        reach(tab, tab.page().locator("main").getByText("Sign in").last(), "Tab");
        keyboard.press("Enter");
        reach(tab, tab.field("Customer number"), "Tab");
        keyboard.type("23");
        keyboard.press("Tab");
        keyboard.type("kettle");
        keyboard.press("Enter");
        assertThat(tab.heading("Where does it go?")).isVisible();
        reach(tab, tab.field("Name"), "Tab");
        for (var text : new String[] {"Ada Berg", "Am Markt 1", "07743", "Jena"}) {
            keyboard.type(text);
            keyboard.press("Tab");
        }
        reach(tab, tab.button("Place the order"), "Tab");
        keyboard.press("Enter");
        assertThat(tab.text("Thank you! Order")).isVisible();
    }

    /** Presses a key until this has the focus, as somebody without a mouse does. */
    private static void reach(Tab tab, Locator goal, String key) {
        assertThat(goal).isVisible();
        for (int presses = 0; presses < 60; presses++) {
            if (Boolean.TRUE.equals(goal.evaluate("element => element === document.activeElement"))) {
                return;
            }
            tab.page().keyboard().press(key);
        }
        fail("The keyboard does not get to " + goal);
    }
}
