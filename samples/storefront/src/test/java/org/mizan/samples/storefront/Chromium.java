package org.mizan.samples.storefront;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The machine's Chromium, without a window; one for all test classes. Each test opens windows of its own, and fails when one
 * of their pages reported an error.
 *
 * <p>Without a Chromium the tests are skipped, loudly; where {@code CI=true} they fail.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback {
    private static final String MISSING =
            "NO BROWSER TESTS: there is no Chromium. Install the Debian package 'chromium', or"
                    + " name another one by -Dstorefront.chromium=/path/to/chromium";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private record Running(Playwright driver, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
            driver.close();
        }
    }

    private final SharedShop shop;
    private final List<Window> windows = new ArrayList<>();
    private Browser browser;

    Chromium(SharedShop shop) {
        this.shop = shop;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var kept = context.getRoot().getStore(Namespace.create(Chromium.class));
        var running = kept.get(Running.class, Running.class);
        if (running == null) {
            running = launch(executable().orElseThrow(Chromium::missing));
            kept.put(Running.class, running);
        }
        browser = running.browser();
    }

    private static RuntimeException missing() {
        if ("true".equals(System.getenv("CI"))) {
            return new IllegalStateException(MISSING);
        }
        System.err.println(MISSING);
        return Assumptions.abort(MISSING);
    }

    private static Optional<Path> executable() {
        var named = System.getProperty("storefront.chromium", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Running launch(Path executable) {
        var driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = driver.chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
        return new Running(driver, browser);
    }

    /** A window with cookies of its own. */
    Window window() {
        return window(1280, 900);
    }

    Window window(int width, int height) {
        return window(options().setViewportSize(width, height));
    }

    /** A window that runs no scripts. */
    Window windowWithoutScripts() {
        return window(options().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    private Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setBaseURL(shop.get().root().toString())
                .setLocale("en-IE")
                // Not the shop's.
                .setTimezoneId("America/Los_Angeles");
    }

    private Window window(Browser.NewContextOptions options) {
        var window = new Window(browser.newContext(options));
        windows.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var opened = List.copyOf(windows);
        windows.clear();
        opened.forEach(Window::close);
        opened.forEach(Window::assertNoErrors);
    }
}
