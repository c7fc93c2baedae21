package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages ask the server for: nothing that they came with, and after a mutation what it outdated. Counted on the wire. */
class WireBrowserIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(SHOP);

    private static Window window(String build) {
        var window = CHROMIUM.window();
        return build.equals("development") ? window.withDevelopmentBuild() : window;
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "development"})
    void pageWithFiveContexts_comesWithAllOfThem(String build) {
        var tab = window(build).open("/").buy(60);
        tab.reads();
        tab.go("/products/61");
        assertThat(tab.heading("More like this")).isVisible();
        assertThat(tab.link("Cart 1 piece")).isVisible();
        assertEquals(List.of(), tab.reads());
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "development"})
    void mutation_refetchesTheMountedContextsThatItAffects(String build) {
        var tab = window(build).open("/").signIn("9", "kettle").buy(60).go("/products/61");
        tab.reads();

        tab.button("Add to cart").click();
        assertThat(tab.link("Cart 2 pieces")).isVisible();
        assertEquals(List.of("cart"), tab.reads(), "the product is only reserved by an order");

        var text = "Counted on the wire, " + build;
        tab.fill("What do you think of it?", text);
        tab.button("Publish").click();
        assertThat(tab.text(text)).isVisible();
        assertEquals(List.of("catalog", "product"), tab.reads(), "the customer's reviews are not on this page");

        tab.button("Helpful").first().click();
        assertThat(tab.button("Thank you")).isVisible();
        assertEquals(List.of("product"), tab.reads());
    }

    @Test
    void mutation_leavesOtherContextsAlone() {
        var tab = CHROMIUM.window().open("/").buy(62).go("/cart");
        tab.reads();
        tab.field("Express, tomorrow").check();
        assertThat(tab.text("€9.90")).isVisible();
        assertEquals(List.of("cart"), tab.reads());
        tab.button("One more").click();
        assertThat(tab.link("Cart 2 pieces")).isVisible();
        assertEquals(List.of("cart"), tab.reads());
    }

    @Test
    void goingBack_findsTheListWhereItWas_withoutAskingAgainForWhatStayed() {
        var tab = CHROMIUM.window().open("/?category=coffee&page=2");
        assertEquals(List.of(), tab.reads(), "they came with the page");
        tab.page().locator(".card a").first().click();
        assertThat(tab.heading("More like this")).isVisible();
        assertEquals(List.of("catalog", "product"), tab.reads());
        tab.page().goBack();
        assertThat(tab.page().locator(".pager [aria-current]")).hasText("2");
        assertEquals(List.of("catalog"), tab.reads(), "it was not watched meanwhile");
    }
}
