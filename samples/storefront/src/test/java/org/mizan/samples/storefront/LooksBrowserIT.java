package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, wide and narrow: a screenshot to look at in {@code target/screenshots}, no barrier that axe finds, nothing that
 * sticks out sideways.
 */
class LooksBrowserIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(SHOP);

    private static final String STICKS_OUT = "document.documentElement.scrollWidth > innerWidth";
    private static final String ADDRESS = "form[aria-label='Shipping address'] button";

    private final List<String> found = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"desktop, 1280, 900", "mobile, 360, 740"})
    void everyPage_isWithoutBarriers(String name, int width, int height) throws Exception {
        var window = CHROMIUM.window(width, height).expectingRefusals();
        var visitor = window.open("/");
        look(visitor, name, "catalogue");
        look(visitor.go("/?category=coffee&sort=PRICE&page=2"), name, "catalogue-category");
        look(visitor.go("/?search=no+such+thing"), name, "catalogue-empty");
        look(visitor.go("/products/1"), name, "product");
        look(visitor.go("/products/97"), name, "product-sold-out");
        look(visitor.go("/products/999999"), name, "product-missing");
        look(visitor.go("/cart"), name, "cart-empty");
        visitor.buy(1, 240, 1300);
        look(visitor, name, "product-bought");
        look(visitor.go("/cart"), name, "cart");
        look(visitor.go("/checkout"), name, "checkout-nobody");
        look(visitor.go("/sign-in"), name, "sign-in");
        visitor.signIn("7", "kettle");
        look(visitor.go("/products/2"), name, "product-customer");
        visitor.go("/checkout").page().locator(ADDRESS).click();
        assertThat(visitor.text("Please correct what is marked.")).isVisible();
        look(visitor, name, "checkout-invalid");
        visitor.fill("Name", "Ada Berg").fill("Street and number", "Am Markt 1");
        visitor.fill("Postcode", "07743")
                .fill("City", "Jena")
                .button("Place the order")
                .click();
        assertThat(visitor.page().locator(".orders article").first()).isVisible();
        look(visitor, name, "orders");

        var admin = CHROMIUM.window(width, height).open("/").signIn("admin", "teapot");
        look(admin.go("/prices?category=knives"), name, "prices");
        look(admin.go("/products/3"), name, "product-administrator");
        assertEquals(List.of(), found);
    }

    @Test
    void darkPages_areWithoutBarriers() throws Exception {
        var visitor = CHROMIUM.window().open("/");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(visitor, "dark", "catalogue");
        look(visitor.go("/products/1"), "dark", "product");
        assertEquals(List.of(), found);
    }

    private void look(Tab tab, String width, String name) throws Exception {
        tab.screenshot(name + "-" + width);
        barriers(tab).forEach(barrier -> found.add(name + ": " + barrier));
        if (tab.page().evaluate(STICKS_OUT).equals(true)) {
            found.add(name + " sticks out");
        }
    }

    /** What axe finds, but for hints: rule, and where it is broken. */
    private static List<?> barriers(Tab tab) throws Exception {
        tab.page()
                .evaluate(Files.readString(
                        Path.of(System.getProperty("storefront.frontend"), "node_modules/axe-core/axe.min.js")));
        return (List<?>) tab.page().evaluate("""
                async () => (await axe.run()).violations
                  .filter(({impact}) => impact !== 'minor')
                  .map(({id, nodes}) => id + ': ' + nodes.slice(0, 3).map(({html}) => html).join(' | '))
                """);
    }
}
