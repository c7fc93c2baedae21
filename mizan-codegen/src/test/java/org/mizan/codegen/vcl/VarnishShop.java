package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.mizan.codegen.vcl.varnish.Varnish;

/** A real Varnish with the configuration that is written for it, before an origin that counts its answers. */
abstract class VarnishShop {
    static final String PRODUCT = "api/mizan/ctx/product/?productId=";
    static final String CATALOG = "api/mizan/ctx/catalog/";
    static final String HTML = "text/html,*/*;q=0.8";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Origin origin;
    static Varnish varnish;

    @BeforeAll
    static void start() throws Exception {
        origin = new Origin();
        try {
            varnish = edge(new EdgeOptions("127.0.0.1", origin.port(), List.of("127.0.0.1"), List.of(), true, true));
        } catch (Exception | Error e) {
            origin.close();
            throw e;
        }
    }

    static Varnish edge(EdgeOptions options) throws Exception {
        return Varnish.start(VarnishConfiguration.write(Manifests.shop(), options));
    }

    @AfterAll
    static void stop() throws Exception {
        if (varnish != null) {
            varnish.close();
        }
        origin.close();
    }

    @BeforeEach
    void nothingIsKept() throws Exception {
        origin.forget();
        origin.answers("/products/5", 200, "text/html", Map.of("X-Mizan-Page", "productPage"));
        assertEquals(200, purge("*").statusCode());
    }

    static HttpResponse<String> send(URI root, String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.noBody());
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(varnish.root(), "GET", path, headers);
    }

    static HttpResponse<String> page(String path, String... headers) throws Exception {
        var all = new ArrayList<>(List.of("Accept", HTML));
        all.addAll(List.of(headers));
        return get(path, all.toArray(String[]::new));
    }

    static HttpResponse<String> purge(String targets) throws Exception {
        return send(varnish.root(), "PURGE", "/", "X-Mizan-Invalidate", targets);
    }

    static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    static void assertKept(String path) throws Exception {
        assertEquals("Edge; hit", status(page(path)), path);
    }

    static void assertGone(String path) throws Exception {
        assertEquals("Edge; fwd=miss", status(page(path)), path);
    }

    /** A second identical request is not answered from the cache. */
    static void assertNeverKept(String path, String... headers) throws Exception {
        var first = get(path, headers);
        var second = get(path, headers);
        assertNotEquals("Edge; hit", status(second), path);
        assertNotEquals(first.body(), second.body(), path);
    }

    static void fill(String... paths) throws Exception {
        for (var path : paths) {
            page(path);
            assertKept(path);
        }
    }

    static String body(String path) {
        try {
            return page(path).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody writes, and is told what became stale. */
    static HttpResponse<String> send(String method, String invalidate) {
        try {
            return send(varnish.root(), method, "form", "Test-Invalidate", invalidate);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
