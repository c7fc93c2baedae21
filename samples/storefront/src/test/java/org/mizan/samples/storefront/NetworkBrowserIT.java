package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Networks and servers as they are: slow, out of order, away, back again. */
class NetworkBrowserIT {
    @RegisterExtension
    static final SharedShop SHOP = new SharedShop();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(SHOP);

    private static final Pattern PRODUCT = Pattern.compile("/ctx/product/");
    private static final Pattern FIRST_LETTER = Pattern.compile("[?&]search=h(&|$)");

    @Test
    void fastTyping_showsTheLastAnswer_evenWhenTheFirstComesLater() {
        var tab = CHROMIUM.window().open("/");
        List<Route> held = new ArrayList<>();
        tab.page().route(url -> url.contains("/ctx/catalog/"), route -> {
            if (FIRST_LETTER.matcher(route.request().url()).find()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        var search = tab.field("Search");
        search.pressSequentially("halden copper kettle", new Locator.PressSequentiallyOptions().setDelay(15));
        assertThat(tab.page().getByText("1 product", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertFalse(held.isEmpty());
        held.forEach(Route::resume);
        tab.reads();
        assertThat(tab.page().locator(".card")).hasCount(1);
        assertThat(tab.link("Halden Copper Kettle")).isVisible();
        assertThat(search).hasValue("halden copper kettle");
        assertEquals("halden copper kettle", tab.page().evaluate("new URLSearchParams(location.search).get('search')"));
    }

    @Test
    void failedRead_isRepeated_thenSaid_andCanBeTriedAgain() {
        var window = CHROMIUM.window().expectingRefusals();
        var tab = window.open("/");
        List<Route> failed = new ArrayList<>();
        tab.page().route(PRODUCT, route -> {
            failed.add(route);
            route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<h1>Bad gateway</h1>"));
        });
        tab.page().locator(".card a").first().click();
        assertThat(tab.text("Something went wrong on our side.")).isVisible();
        assertEquals(3, failed.size());
        tab.page().unroute(PRODUCT);
        tab.button("Try again").click();
        assertThat(tab.heading("More like this")).isVisible();
    }

    @Test
    void offline_isSaid_andMendsItself() {
        var window = CHROMIUM.window().expectingRefusals();
        var tab = window.open("/");
        window.setOffline(true);
        assertThat(tab.text("You are offline.")).isVisible();
        assertThat(tab.page().locator(".card")).hasCount(24);
        tab.page().locator(".card a").first().click();
        assertThat(tab.text("The shop cannot be reached.")).isVisible();
        window.setOffline(false);
        assertThat(tab.heading("More like this")).isVisible();
        assertThat(tab.text("You are offline.")).isHidden();
    }

    @Test
    void restartedServer_isFoundAgain_andTheLostSessionIsSaid() throws Exception {
        var window = CHROMIUM.window().expectingRefusals();
        var tab = window.open("/").signIn("11", "kettle").buy(80);
        SHOP.get().stop();
        tab.link("Everything").first().click();
        assertThat(tab.text("The shop cannot be reached.").first()).isVisible();
        SHOP.get().start();
        tab.button("Try again").first().click();
        assertThat(tab.page().locator(".card")).hasCount(24);

        tab.link("Orders").click();
        assertThat(tab.heading("Sign in to see your orders")).isVisible();
        assertThat(tab.text("You are signed out.")).isVisible();
        tab.link("Sign in").last().click();
        tab.fill("Customer number", "11").fill("Password", "kettle");
        tab.field("Password").press("Enter");
        assertThat(tab.button("Sign out")).isVisible();
        tab.link("Orders").click();
        assertThat(tab.heading("Your details")).isVisible();

        // The page has the token of a session and the cart of a database that are no more.
        tab.page().goBack();
        tab.page().locator(".card a").nth(1).click();
        tab.button("Add to cart").click();
        assertThat(tab.link("Cart 1 piece")).isVisible();
    }

    /** As after half an hour elsewhere: the page still has the token of a session that is gone. */
    @Test
    void expiredSession_isHealed_whereNoSessionIsNeeded() {
        var window = CHROMIUM.window().expectingRefusals();
        var tab = window.open("/").signIn("12", "kettle").buy(81);
        window.context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
        tab.button("Add to cart").click();
        assertThat(tab.link("Cart 1 piece")).isVisible();
        assertThat(tab.link("Sign in").first()).isVisible();
    }
}
