package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each kind of target purges, and who may say so. */
class VarnishPurgesIT extends VarnishShop {
    @Test
    void exactTarget_purgesWhatCoversIt_andNothingElse() throws Exception {
        origin.answers("/products/5", 200, "text/html", Map.of("X-Mizan-Page", "productPage"));
        fill(
                PRODUCT + "5",
                PRODUCT + "6",
                PRODUCT + "55",
                PRODUCT + "-5",
                "products/5",
                "products/5?tab=x",
                "shelf/5",
                "shelf/6",
                CATALOG);
        assertEquals("Purged 4\n", purge("product;productId=5").body());
        assertGone(PRODUCT + "5");
        assertGone("products/5");
        assertGone("products/5?tab=x");
        assertGone("shelf/5");
        for (var other : List.of(PRODUCT + "6", PRODUCT + "55", PRODUCT + "-5", "shelf/6", CATALOG)) {
            assertKept(other);
        }
    }

    @Test
    void functionTarget_outdatesTheBundleAndPagesInItsScope() throws Exception {
        fill(PRODUCT + "5", PRODUCT + "6", "shelf/5");
        assertEquals("Purged 2\n", purge("product.productPrice;productId=5").body());
        assertKept(PRODUCT + "6");
        assertEquals("Purged 1\n", purge("product.productPrice").body());
    }

    @Test
    void partialTarget_purgesWhateverTheOtherParametersAre_andWhatMayHaveItByDefault() throws Exception {
        var knives = CATALOG + "?category=knives";
        fill(knives, knives + "&page=2", CATALOG + "?category=pots", CATALOG + "?category=pots&sort=NAME", CATALOG);
        purge("catalog;category=knives");
        assertGone(knives);
        assertGone(knives + "&page=2");
        assertGone(CATALOG);
        assertKept(CATALOG + "?category=pots");
        fill(CATALOG + "?category=pots&sort=PRICE");
        purge("catalog;category=pots;sort=NAME");
        assertKept(CATALOG + "?category=pots&sort=PRICE");
        assertGone(CATALOG + "?category=pots&sort=NAME");
        assertGone(CATALOG + "?category=pots");
        assertKept(knives + "&page=2");
    }

    @Test
    void shapeWithoutATag_fallsToBroad_neverToLess() throws Exception {
        for (var target : List.of(
                "catalog;page=2;search=x",
                "catalog;unknown=1",
                "catalog;sort=NAME;category=knives",
                "catalog;page=02",
                "catalog;category=%6Bnives",
                "catalog;category=%c3%bc",
                "catalog")) {
            fill(CATALOG + "?category=knives", CATALOG + "?category=pots&page=7", PRODUCT + "5");
            purge(target);
            assertGone(CATALOG + "?category=knives");
            assertGone(CATALOG + "?category=pots&page=7");
            assertKept(PRODUCT + "5");
        }
    }

    @Test
    void unknownContexts_andWhatCannotBeRead_areEverything() throws Exception {
        for (var target : List.of("nowhere", "nowhere;a=1", "*", "user, *", "product,,catalog", "product;productId")) {
            fill(CATALOG, PRODUCT + "5");
            purge(target);
            assertGone(CATALOG);
            assertGone(PRODUCT + "5");
        }
        fill(CATALOG, PRODUCT + "5");
        purge("user;userId=5, rates");
        assertKept(CATALOG);
        assertKept(PRODUCT + "5");
    }

    /** Names of the vectors are none of the manifest's: readable or not, everything must go; so a known one leads. */
    @Test
    void vectorsOfTheHeader_areReadAsEveryReaderDoes() throws Exception {
        var vectors = vectors();
        for (var valid : vectors.getJsonArray("valid").getValuesAs(JsonObject.class)) {
            var header = valid.getString("header");
            fill(PRODUCT + "5");
            // With the names of contexts that nothing is kept of.
            purge(header.replaceAll("(^|, )(?:user|notifications|search|report)(?=[.;,]|$)", "$1user"));
            if (header.equals("*") || header.contains("*")) {
                assertGone(PRODUCT + "5");
            } else {
                assertKept(PRODUCT + "5");
            }
        }
        for (var invalid : vectors.getJsonArray("invalid").getValuesAs(JsonObject.class)) {
            fill(PRODUCT + "5");
            purge("user, " + invalid.getString("header"));
            assertGone(PRODUCT + "5");
        }
    }

    private static JsonObject vectors() throws IOException {
        var file = Path.of("../mizan-jakarta/src/test/resources/wire/invalidate-header.json");
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            JsonValue value = reader.readValue();
            return value.asJsonObject();
        }
    }

    @Test
    void manyTargets_areAllPurged_andTooMany_areEverything() throws Exception {
        for (int count : new int[] {1, 2, 63, 64, 65, 200}) {
            fill(PRODUCT + "1", PRODUCT + count, PRODUCT + "9999");
            var header = new StringBuilder();
            for (int i = 1; i <= count; i++) {
                header.append(i == 1 ? "" : i % 2 == 0 ? "," : " \t,  ")
                        .append("product;productId=")
                        .append(i);
            }
            assertEquals(200, purge(header.toString()).statusCode());
            assertGone(PRODUCT + "1");
            if (count > 1) {
                assertGone(PRODUCT + count);
            }
            assertEquals(count <= 64 ? "Edge; hit" : "Edge; fwd=miss", status(get(PRODUCT + "9999")), "of " + count);
        }
    }

    @Test
    void anyResponse_purges_whateverItsMethodAndStatus() throws Exception {
        for (var status : List.of("200", "204", "303", "409", "500")) {
            for (var method : List.of("POST", "GET", "PUT", "PATCH", "DELETE", "QUERY")) {
                fill(PRODUCT + "5", PRODUCT + "6");
                var answer = send(
                        varnish.root(),
                        method,
                        "form",
                        "Test-Invalidate",
                        "product;productId=5",
                        "Test-Status",
                        status);
                assertEquals(status, String.valueOf(answer.statusCode()));
                assertEquals(
                        "product;productId=5",
                        answer.headers().firstValue("X-Mizan-Invalidate").orElse(""));
                assertGone(PRODUCT + "5");
                assertKept(PRODUCT + "6");
            }
        }
    }

    /** What is piped is not seen. */
    @Test
    void callThatPretendsToBeAWebSocket_purgesToo() throws Exception {
        fill(PRODUCT + "5");
        try (var socket = new Socket("127.0.0.1", varnish.root().getPort())) {
            var call = "POST /form HTTP/1.1\r\nHost: edge\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Content-Length: 0\r\nTest-Invalidate: product;productId=5\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            assertEquals('H', socket.getInputStream().read());
        }
        assertGone(PRODUCT + "5");
    }

    @Test
    void purgesFromOutside_areRefused_andChangeNothing() throws Exception {
        fill(PRODUCT + "5");
        assertEquals(
                403,
                send(varnish.root(), "PURGE", "/", "X-Mizan-Invalidate", "*", "X-Forwarded-For", "192.0.2.1")
                        .statusCode());
        assertEquals(
                403,
                send(varnish.root(), "PURGE", "/", "X-Mizan-Invalidate", "*", "Forwarded", "for=192.0.2.1")
                        .statusCode());
        assertEquals(400, send(varnish.root(), "PURGE", "/").statusCode());
        assertKept(PRODUCT + "5");
        assertEquals(
                "Edge; fwd=bypass",
                status(get("anything", "X-Mizan-Invalidate", "*")),
                "of a request it means nothing");
        assertKept(PRODUCT + "5");
        try (var other =
                edge(new EdgeOptions("127.0.0.1", origin.port(), List.of("192.0.2.1"), List.of(), false, false))) {
            var refused = send(other.root(), "PURGE", "/", "X-Mizan-Invalidate", "*");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("not taken from this address"), refused.body());
            var stripped = send(other.root(), "POST", "form", "Test-Invalidate", "product");
            assertTrue(stripped.headers().firstValue("X-Mizan-Invalidate").isEmpty());
            assertTrue(stripped.headers().firstValue("Cache-Status").isEmpty());
        }
    }
}
