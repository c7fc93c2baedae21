package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Varnish with the configuration that is written for it, before an origin that counts its answers. */
class VarnishIT {
    private static final String PRODUCT = "api/mizan/ctx/product/?productId=";
    private static final String CATALOG = "api/mizan/ctx/catalog/";
    private static final String HTML = "text/html,*/*;q=0.8";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Origin origin;
    private static Varnish varnish;

    @BeforeAll
    static void start() throws Exception {
        origin = new Origin();
        try {
            varnish = edge(new EdgeOptions("127.0.0.1", origin.port(), List.of("127.0.0.1"), true, true));
        } catch (Exception | Error e) {
            origin.close();
            throw e;
        }
    }

    private static Varnish edge(EdgeOptions options) throws Exception {
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
        assertEquals(200, purge("*").statusCode());
    }

    private static HttpResponse<String> send(URI root, String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.noBody());
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(varnish.root(), "GET", path, headers);
    }

    private static HttpResponse<String> page(String path, String... headers) throws Exception {
        var all = new java.util.ArrayList<>(List.of("Accept", HTML));
        all.addAll(List.of(headers));
        return get(path, all.toArray(String[]::new));
    }

    private static HttpResponse<String> purge(String targets) throws Exception {
        return send(varnish.root(), "PURGE", "/", "X-Mizan-Invalidate", targets);
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    private static void assertKept(String path) throws Exception {
        assertEquals("Edge; hit", status(page(path)), path);
    }

    private static void assertGone(String path) throws Exception {
        assertEquals("Edge; fwd=miss", status(page(path)), path);
    }

    /** A second identical request is not answered from the cache. */
    private static void assertNeverKept(String path, String... headers) throws Exception {
        var first = get(path, headers);
        var second = get(path, headers);
        assertNotEquals("Edge; hit", status(second), path);
        assertNotEquals(first.body(), second.body(), path);
    }

    private static void fill(String... paths) throws Exception {
        for (var path : paths) {
            page(path);
            assertKept(path);
        }
    }

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
                Map.of("Content-Security-Policy", "script-src 'nonce-abc'"),
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
    void page_isKept_whenTheFunctionOfItsRouteMadeIt() throws Exception {
        origin.answers("/products/5", 200, "text/html", Map.of("X-Mizan-Page", "productPage"));
        origin.answers("/products/6", 200, "text/html", Map.of());
        origin.answers("/products/7", 200, "text/html", Map.of("X-Mizan-Page", "other"));
        origin.answers("/products/8", 200, "text/html", Map.of("X-Mizan-Page", "productPage, catalog"));
        origin.answers(
                "/products/9", 200, "text/html", Map.of("X-Mizan-Page", "productPage", "Vary", "Accept-Language"));
        fill("products/5", "products/5?tab=more");
        assertNeverKept("products/6", "Accept", HTML);
        assertNeverKept("products/7", "Accept", HTML);
        assertNeverKept("products/8", "Accept", HTML);
        fill("products/9");
        assertNeverKept("products/5?utm=1", "Accept", HTML);
        assertNeverKept("products/5?productId=5", "Accept", HTML);
        assertNeverKept("products/5", "Accept", "application/json");
        fill("shelf/5");
        assertTrue(page("products/5").headers().firstValue("X-Mizan-Page").isEmpty());
    }

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

    /** The origin reads, then somebody writes and is answered, then the reader's answer arrives: it is old. */
    @Test
    void fetchUnderWay_isNotKept_whenItsContextWasPurgedMeanwhile() throws Exception {
        for (var target : List.of("product;productId=5", "product", "*")) {
            origin.during("/api/mizan/ctx/product/", () -> send("POST", target));
            var old = get(PRODUCT + "5");
            assertEquals("Edge; fwd=miss", status(old));
            var fresh = get(PRODUCT + "5");
            assertEquals("Edge; fwd=miss", status(fresh), target);
            assertNotEquals(old.body(), fresh.body());
            assertKept(PRODUCT + "5");
            purge("*");
        }
        origin.during("/api/mizan/ctx/product/", () -> send("POST", "catalog;category=x"));
        get(PRODUCT + "5");
        assertKept(PRODUCT + "5");
    }

    private static void send(String method, String invalidate) {
        try {
            send(varnish.root(), method, "form", "Test-Invalidate", invalidate);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who asks after the purge must not be given what was fetched before it, though it waits for the same fetch. */
    @Test
    void whoWaitsForAFetch_thatWasPurgedMeanwhile_fetchesAnew() throws Exception {
        var reading = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        origin.during("/api/mizan/ctx/product/", () -> {
            reading.countDown();
            await(written);
        });
        var first = CompletableFuture.supplyAsync(() -> body(PRODUCT + "8"));
        await(reading);
        purge("product;productId=8");
        var second = CompletableFuture.supplyAsync(() -> body(PRODUCT + "8"));
        TimeUnit.MILLISECONDS.sleep(300);
        assertFalse(second.isDone(), "it waits");
        written.countDown();
        assertNotEquals(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
        assertEquals(second.get(), body(PRODUCT + "8"));
    }

    private static String body(String path) {
        try {
            return get(path).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Readers and writers at once: whoever has been answered a write never reads what was before it. */
    @Test
    void underLoad_nobodyReadsWhatWasBeforeTheirOwnWrite() throws Exception {
        var threads = new java.util.ArrayList<CompletableFuture<Void>>();
        for (int t = 0; t < 8; t++) {
            threads.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 500; i++) {
                    int before = Integer.parseInt(writtenNumber());
                    int read = Integer.parseInt(body(PRODUCT + "77"));
                    assertTrue(read > before, read + " is older than " + before);
                }
            }));
        }
        for (var thread : threads) {
            thread.get(120, TimeUnit.SECONDS);
        }
    }

    private static String writtenNumber() {
        try {
            return send(varnish.root(), "POST", "form", "Test-Invalidate", "product;productId=77")
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tenThousandObjects_onePurge_onlyTheRightOnesGo() throws Exception {
        int lists = 100;
        int pages = 100;
        try (var reader = new Reader(varnish.root().getPort())) {
            for (int c = 0; c < lists; c++) {
                for (int p = 1; p <= pages; p++) {
                    reader.read("/" + CATALOG + "?category=c" + c + "&page=" + p + "&search=s&sort=NAME");
                }
            }
            long start = System.nanoTime();
            assertEquals("Purged 100\n", purge("catalog;category=c42").body());
            long micros = (System.nanoTime() - start) / 1_000;
            System.out.println("purge of 100 among 10000 objects: " + micros + " us");
            int hits = 0;
            for (int c = 0; c < lists; c++) {
                for (int p = 1; p <= pages; p++) {
                    var hit = reader.read("/" + CATALOG + "?category=c" + c + "&page=" + p + "&search=s&sort=NAME");
                    assertEquals(c != 42, hit, "category " + c + ", page " + p);
                    hits += hit ? 1 : 0;
                }
            }
            assertEquals(9_900, hits);
        }
    }

    /** One connection, for many small reads. */
    private static final class Reader implements AutoCloseable {
        private final Socket socket;

        Reader(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
        }

        /** Whether it was a hit. */
        boolean read(String path) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: edge\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var in = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            var text = head.toString();
            int at = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ") + "content-length: ".length();
            in.readNBytes(Integer.parseInt(text.substring(at, text.indexOf('\r', at))));
            assertTrue(text.startsWith("HTTP/1.1 200"), text);
            return text.contains("Edge; hit");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
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
        try (var other = edge(new EdgeOptions("127.0.0.1", origin.port(), List.of("192.0.2.1"), false, false))) {
            var refused = send(other.root(), "PURGE", "/", "X-Mizan-Invalidate", "*");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("not taken from this address"), refused.body());
            var stripped = send(other.root(), "POST", "form", "Test-Invalidate", "product");
            assertTrue(stripped.headers().firstValue("X-Mizan-Invalidate").isEmpty());
            assertTrue(stripped.headers().firstValue("Cache-Status").isEmpty());
        }
    }

    @Test
    void headRequest_isAnsweredFromTheSameObject() throws Exception {
        fill(PRODUCT + "5");
        assertEquals("Edge; hit", status(send(varnish.root(), "HEAD", PRODUCT + "5")));
    }
}
