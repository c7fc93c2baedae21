package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tabs of one browser: what one makes stale, the others fetch again, and nothing else. */
class TabsBrowserIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(SHOP);

    @Test
    void otherTab_showsTheCartAsItIs() {
        var window = CHROMIUM.window();
        var product = window.open("/products/70");
        var other = window.open("/products/71");
        other.reads();
        product.button("Add to cart").click();
        assertThat(other.link("Cart 1 piece")).isVisible();
        assertEquals(List.of("cart"), other.reads());
        product.button("Add to cart").click();
        assertThat(other.link("Cart 2 pieces")).isVisible();
        assertEquals(List.of("cart"), other.reads());
    }

    @Test
    void openPage_showsTheNewPrice() {
        var window = CHROMIUM.window().expectingRefusals();
        var open = window.open("/products/72");
        var another = window.open("/products/73");
        var admin = window.open("/").signIn("admin", "teapot");
        var name = open.page().locator("h1").textContent();
        admin.go("/prices?search=" + name.replace(' ', '+'));
        open.reads();
        another.reads();

        admin.fill("New price of " + name, "0")
                .button("Save the price of " + name)
                .click();
        assertThat(admin.field("New price of " + name)).hasAttribute("aria-invalid", "true");
        assertEquals(List.of(), open.reads(), "what was refused changed nothing");

        admin.fill("New price of " + name, "43.21")
                .button("Save the price of " + name)
                .click();
        assertThat(open.page().locator(".price.large")).hasText("€43.21");
        assertEquals(List.of("catalog", "product"), open.reads());
        assertEquals(List.of("catalog"), another.reads(), "another product");
    }

    @Test
    void signingOut_reachesAllTabs() {
        var window = CHROMIUM.window().expectingRefusals();
        var orders = window.open("/").signIn("10", "kettle").go("/orders");
        var other = window.open("/");
        other.button("Sign out").click();
        assertThat(orders.heading("Sign in to see your orders")).isVisible();
        assertThat(orders.text("You are signed out.")).isVisible();
    }
}
