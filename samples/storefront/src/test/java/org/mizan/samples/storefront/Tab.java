package org.mizan.samples.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the shop, and which contexts it has asked for. */
final class Tab {
    private static final Pattern CONTEXT = Pattern.compile("/api/mizan/ctx/([a-z]+)/");
    private static final int MOMENT = 600;

    private final Page page;
    private final List<String> reads = new ArrayList<>();

    Tab(Page page) {
        this.page = page;
        page.onRequest(request -> {
            var context = CONTEXT.matcher(URI.create(request.url()).getPath());
            if (context.matches()) {
                reads.add(context.group(1));
            }
        });
    }

    Page page() {
        return page;
    }

    Tab go(String path) {
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** The contexts that were asked for since this was last called, sorted, after waiting for more of them for a moment. */
    List<String> reads() {
        page.waitForTimeout(MOMENT);
        var sorted = reads.stream().sorted().toList();
        reads.clear();
        return sorted;
    }

    Tab signIn(String name, String password) {
        go("/sign-in");
        fill("Customer number", name);
        fill("Password", password);
        page.getByRole(AriaRole.FORM, new GetByRoleOptions().setName("Sign in"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(button("Sign out")).isVisible();
        return this;
    }

    /** Puts products into the cart, as many as one likes. */
    Tab buy(int... products) {
        for (int product : products) {
            go("/products/" + product);
            button("Add to cart").click();
            assertThat(page.getByText("is in your cart")).isVisible();
        }
        return this;
    }

    Tab fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Kept as {@code target/screenshots/<name>.png}. */
    Tab screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("storefront.target"), "screenshots", name + ".png"))
                .setFullPage(true));
        return this;
    }
}
