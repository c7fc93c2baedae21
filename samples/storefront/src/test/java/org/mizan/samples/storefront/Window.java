package org.mizan.samples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A window of the browser: tabs that share cookies and hear of each other. */
final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean refusals;

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            if (!message.type().equals("info")) {
                said.add(message.type() + ": " + message.text());
            }
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

    /**
     * From now on the pages run those scripts that React checks (StrictMode, warnings), on what the same server has
     * rendered.
     */
    Window withDevelopmentBuild() {
        var bundle = Path.of(System.getProperty("storefront.target"), "bundle-development");
        context.route("**/*", route -> {
            var file = bundle.resolve("client").resolve(fileName(route.request().url()));
            if (route.request().isNavigationRequest()) {
                var page = route.fetch();
                route.fulfill(new FulfillOptions().setResponse(page).setBody(developed(page.text(), bundle)));
            } else if (route.request().url().contains("/mizan-assets/") && Files.isRegularFile(file)) {
                route.fulfill(new FulfillOptions().setPath(file));
            } else {
                route.resume();
            }
        });
        return this;
    }

    private static String fileName(String url) {
        var path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The page with the script of the bundle for development in place of its own. */
    private static String developed(String page, Path bundle) {
        var view = Pattern.compile("\"view\":\"([^\"]+)\"").matcher(page);
        if (!view.find()) {
            return page;
        }
        try {
            var manifest = Files.readString(bundle.resolve("manifest.json"));
            var script = JsonParser.parseString(manifest)
                    .getAsJsonObject()
                    .getAsJsonObject("views")
                    .getAsJsonObject(view.group(1))
                    .getAsJsonObject("script")
                    .get("file")
                    .getAsString();
            return page.replaceAll("<link rel=\"modulepreload\"[^>]*>", "")
                    .replaceAll(
                            "<script type=\"module\"[^>]*>",
                            "<script type=\"module\" src=\"/mizan-assets/" + script + "\">");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** What its pages wrote to the console, but for hints. */
    List<String> said() {
        return List.copyOf(said);
    }

    void assertNoErrors() {
        assertEquals(List.of(), errors, "the browser's console");
    }

    @Override
    public void close() {
        context.close();
    }
}
