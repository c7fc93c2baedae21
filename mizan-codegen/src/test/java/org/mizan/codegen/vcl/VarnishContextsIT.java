package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bundles of contexts are kept, and who gets them. */
class VarnishContextsIT extends VarnishShop {
    @Test
    void secondRead_isAHit_whateverTheOrderAndTheWriting() throws Exception {
        var first = get(CATALOG + "?category=a%20b&page=2");
        assertEquals("Edge; fwd=miss", status(first));
        for (var same : List.of("?page=2&category=a%20b", "?page=2&category=a+b", "?category=a+b&page=2")) {
            var again = get(CATALOG + same);
            assertEquals("Edge; hit", status(again), same);
            assertEquals(first.body(), again.body());
        }
        assertEquals("Edge; hit", status(get("api/mizan/ctx/catalog?page=2&category=a+b")), "without the slash");
        assertEquals("no-store", first.headers().firstValue("Cache-Control").orElse(""), "browsers keep nothing");
        assertTrue(first.headers().firstValue("xkey").isEmpty());
    }

    /** Another text of the same value would not be found by a purge; what is unknown or doubled is the origin's to refuse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "productId=05",
                "productId=+5",
                "productId=%205",
                "productId=%35",
                "productId=-0",
                "productId=5%20",
                "productId=5&productId=6",
                "productId=5&other=1",
                "productId=5&",
                "productId=5&&",
                "&productId=5",
                "%70roductId=5",
                "productId=5;a=b",
                "ProductId=5",
                "productId=5%00",
                "productId=5#%0A"
            })
    void otherTexts_areNotKept(String query) throws Exception {
        fill(PRODUCT + "5");
        var path = "api/mizan/ctx/product/?" + query;
        if (query.contains("#")) {
            return;
        }
        if (query.equals("productId=5&")) {
            // An empty part at the end counts for nothing, at the origin, too.
            assertNotEquals("Edge; fwd=miss", status(get(path)));
            return;
        }
        assertNeverKept(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"category=%c3%bc", "category=%41", "category=%C3%BC/", "category=a:b", "sort=[", "page=1.0"})
    void textsThatAreNotTheCanonicalOne_areNotKept(String query) throws Exception {
        assertNeverKept(CATALOG + "?" + query.replace("[", "%5b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/mizan/ctx/user/?userId=5",
                "api/mizan/ctx/rates/",
                "api/mizan/ctx/nowhere/",
                "api/mizan/ctx/%62rief/",
                "api/mizan/ctx/brief/;a=b",
                "api/mizan/session/",
                "profile/5/",
                "products/05",
                "products/5/",
                "products/5/x",
                "products/%35",
                "anything"
            })
    void everythingElse_passes(String path) throws Exception {
        assertNeverKept(path, "Accept", HTML);
    }

    @Test
    void credentials_passUnlessTheContextIsShared() throws Exception {
        for (var credential : List.of("Cookie", "Authorization", "X-Mizan-Token")) {
            fill(CATALOG, PRODUCT + "5", "products/5");
            assertNotEquals("Edge; hit", status(get(CATALOG, credential, "a=b")));
            assertNotEquals("Edge; hit", status(page("products/5", credential, "a=b")), "a page is never shared");
            assertEquals("Edge; hit", status(get(PRODUCT + "5", credential, "a=b")));
            assertEquals("Edge; fwd=miss", status(get(PRODUCT + "10" + credential.indexOf("i"), credential, "a=b")));
        }
        assertFalse(
                origin.asked().stream().anyMatch(asked -> asked.contains("productId=10") && asked.contains("[a=b]")),
                "fetched as nobody");
        assertNeverKept(PRODUCT + "5", "Origin", "https://elsewhere.example");
    }

    @Test
    void requestHeaders_cannotSteerTheEdge() throws Exception {
        assertNeverKept("api/mizan/ctx/user/?userId=5", "Mizan-Keep", "yes", "Mizan-Url", "/", "Mizan-Ttl", "60s");
        fill("products/5");
        for (var header : List.of(
                "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix", "Accept-Language")) {
            assertNotEquals("Edge; hit", status(page("products/5", header, "evil")), header);
        }
        assertKept("products/5");
        assertTrue(origin.asked().stream().allMatch(asked -> asked.endsWith(" []")), "nothing of ours is sent on");
    }

    @Test
    void answersThatAreNotForAll_areNotKept() throws Exception {
        var path = "/api/mizan/ctx/brief/";
        var json = "application/json";
        for (var headers : List.of(
                Map.of("Set-Cookie", "a=b"),
                Map.of("Vary", "X-Theme"),
                Map.of("Vary", "Accept-Encoding, Accept-Language"),
                Map.of("Vary", "*"),
                Map.of("Cache-Control", "private"),
                Map.of("CDN-Cache-Control", "no-store"),
                Map.of("CDN-Cache-Control", "max-age=60\nno-store"),
                Map.of("Content-Security-Policy", "script-src 'nonce-abc'"),
                Map.of("Content-Security-Policy", "default-src 'self'\nscript-src 'nonce-abc'"),
                Map.of("Content-Security-Policy-Report-Only", "default-src 'self'\nscript-src 'nonce-abc'"),
                Map.of("X-Mizan-Invalidate", "product"))) {
            origin.answers(path, 200, json, headers);
            assertNeverKept(path);
        }
        for (int status : new int[] {204, 301, 400, 404, 500, 503}) {
            origin.answers(path, status, json, Map.of());
            get(path);
            assertNotEquals("Edge; hit", status(get(path)), "status " + status);
        }
        origin.answers(path, 200, "text/html", Map.of());
        assertNeverKept(path);
        origin.answers(
                path,
                200,
                json,
                Map.of(
                        "Vary",
                        "accept-encoding, Accept, Origin, Cookie, Authorization, X-Mizan-Token",
                        "xkey",
                        "other"));
        TimeUnit.MILLISECONDS.sleep(1_100);
        fill(path.substring(1));
    }

    @Test
    void seconds_end() throws Exception {
        origin.answers("/api/mizan/ctx/brief/", 200, "application/json", Map.of());
        TimeUnit.MILLISECONDS.sleep(1_100);
        get("api/mizan/ctx/brief/");
        TimeUnit.MILLISECONDS.sleep(1_300);
        assertGone("api/mizan/ctx/brief/");
    }

    @Test
    void headRequest_isAnsweredFromTheSameObject() throws Exception {
        fill(PRODUCT + "5");
        assertEquals("Edge; hit", status(send(varnish.root(), "HEAD", PRODUCT + "5")));
    }

    /** The matcher had a way back for each character, and ran out of them: 503. */
    @Test
    void longTexts_areKept_andPurged() throws Exception {
        var text = "t".repeat(1_200);
        for (var path : List.of(CATALOG + "?search=" + text, CATALOG + "?category=x&search=%C3%BC" + text)) {
            fill(path);
            purge("catalog;category=y");
            fill(path);
            var search = path.substring(path.indexOf("search="));
            assertEquals("Purged 1\n", purge("catalog;" + search).body());
            assertGone(path);
            assertEquals(200, send("POST", "catalog;search=x" + text).statusCode());
            assertEquals(200, send("POST", "catalog;" + search).statusCode());
            assertGone(path);
        }
        origin.answers("/c/" + text, 200, "text/html", Map.of("X-Mizan-Page", "slugPage"));
        fill("c/" + text);
        for (int length : new int[] {1_400, 1_600, 6_000}) {
            assertEquals(200, get(CATALOG + "?search=" + "t".repeat(length)).statusCode());
            assertEquals(
                    200, get(CATALOG + "?search=" + "!'()*+".repeat(length / 6)).statusCode());
        }
    }
}
