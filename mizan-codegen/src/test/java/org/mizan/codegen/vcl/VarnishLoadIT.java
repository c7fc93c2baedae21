package org.mizan.codegen.vcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches, purges and reads at once, and many of them. */
class VarnishLoadIT extends VarnishShop {
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

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Readers and writers at once: whoever has been answered a write never reads what was before it. */
    @ParameterizedTest
    @ValueSource(strings = {PRODUCT + "77", "products/77", "products/5"})
    void underLoad_nobodyReadsWhatWasBeforeTheirOwnWrite(String path) throws Exception {
        origin.answers("/products/77", 200, "text/html", Map.of("X-Mizan-Page", "productPage"));
        origin.answers(
                "/products/5", 200, "text/html", Map.of("X-Mizan-Page", "productPage, catalog, product;productId=77"));
        var threads = new ArrayList<CompletableFuture<Void>>();
        for (int t = 0; t < 8; t++) {
            threads.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 500; i++) {
                    int before = Integer.parseInt(writtenNumber());
                    int read = Integer.parseInt(body(path));
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
            int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ") + "content-length: ".length();
            in.readNBytes(Integer.parseInt(text.substring(at, text.indexOf('\r', at))));
            assertTrue(text.startsWith("HTTP/1.1 200"), text);
            return text.contains("Edge; hit");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
