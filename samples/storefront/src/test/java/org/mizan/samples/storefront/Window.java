package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A window of the browser: tabs that share cookies and hear of each other. */
final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    private boolean refusals;

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            boolean refusal = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !(refusal && refusals)) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
    }

    /** From now on answers may be refusals or missing: the browser reports each as an error. */
    Window expectingRefusals() {
        refusals = true;
        return this;
    }

    /** From now on the pages are those that React checks (StrictMode, warnings), in front of the same server. */
    Window withDevelopmentBuild() {
        var build = Path.of(System.getProperty("storefront.target"), "frontend-development");
        context.route("**/*", route -> {
            var path = URI.create(route.request().url()).getPath();
            var file = build.resolve(path.startsWith("/assets/") ? path.substring(1) : "index.html");
            if (route.request().isNavigationRequest() || Files.exists(file) && path.startsWith("/assets/")) {
                route.fulfill(new FulfillOptions().setPath(file));
            } else {
                route.resume();
            }
        });
        return this;
    }

    BrowserContext context() {
        return context;
    }

    /** A new tab that shows this path. */
    Tab open(String path) {
        return new Tab(context.newPage()).go(path);
    }

    void setOffline(boolean offline) {
        context.setOffline(offline);
    }

    void assertNoErrors() {
        assertEquals(List.of(), errors, "the browser's console");
    }

    @Override
    public void close() {
        context.close();
    }
}
