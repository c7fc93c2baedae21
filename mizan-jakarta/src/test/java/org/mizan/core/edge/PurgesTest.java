package org.mizan.core.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mizan.core.config.EdgeSettings;
import org.mizan.core.config.Secret;
import org.mizan.core.config.Settings;
import org.mizan.core.protocol.InvalidateHeader;
import org.mizan.core.protocol.TargetSet;
import org.mizan.spi.PurgeSink;

@Timeout(60)
class PurgesTest {
    private final BlockingQueue<List<PurgeSink.Stale>> told = new LinkedBlockingQueue<>();
    private @Nullable Purges purges;

    @AfterEach
    void close() {
        if (purges != null) {
            purges.close();
        }
        var left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mizan-purge") && thread.isAlive())
                .filter(thread -> !ended(thread))
                .toList();
        assertEquals(List.of(), left);
    }

    private static boolean ended(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return !thread.isAlive();
    }

    private static TargetSet targets(String header) {
        return new TargetSet(InvalidateHeader.parse(header, JsonProvider.provider()));
    }

    private static Settings settings(EdgeSettings edge, int maxHeader) {
        var defaults = Settings.defaults();
        return new Settings(
                defaults.naming(),
                defaults.maxBody(),
                maxHeader,
                defaults.roles(),
                defaults.cache(),
                defaults.mwt(),
                defaults.security(),
                defaults.ssr(),
                defaults.manifest(),
                edge);
    }

    private Purges http(URI url, @Nullable Secret token, Duration settle, int maxHeader) {
        var edge = new EdgeSettings(List.of(url), token, settle, false, Duration.ofSeconds(60));
        return purges = new Purges(settings(edge, maxHeader), List.of());
    }

    private Purges http(URI url) {
        return http(url, null, Duration.ZERO, 4096);
    }

    private Purges beans(PurgeSink... sinks) {
        return purges = new Purges(Settings.defaults(), List.of(sinks));
    }

    private List<PurgeSink.Stale> told() throws InterruptedException {
        var next = told.poll(20, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing was told");
        return next;
    }

    private static String header(List<PurgeSink.Stale> stale) {
        return String.join(", ", stale.stream().map(PurgeSink.Stale::header).toList());
    }

    @Test
    void targets_becomeStale_areSentByPurge() throws Exception {
        try (var edge = new Edge()) {
            http(edge.url(), new Secret("s3cret"), Duration.ZERO, 4096).tell(targets("user;userId=5, cart.totals"));
            var request = edge.next();
            assertEquals("PURGE", request.method());
            assertEquals("/purge", request.path());
            assertEquals("user;userId=5, cart.totals", request.stale());
            assertEquals("Bearer s3cret", request.authorization());
            assertTrue(edge.isQuiet(500));
        }
    }

    @Test
    void headerThatIsTooLong_isSeveralRequests_thatNameEverything() throws Exception {
        try (var edge = new Edge()) {
            var sent = targets("a;x=1, a;x=2, a;x=3, b, long;text=" + "y".repeat(100));
            http(edge.url(), null, Duration.ZERO, 14).tell(sent);
            assertEquals("a;x=1, a;x=2", edge.next().stale());
            assertEquals("a;x=3, b, long", edge.next().stale());
            assertTrue(edge.isQuiet(300));
        }
    }

    @Test
    void edgeThatIsDown_isToldOnceItIsUp() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var told = http(URI.create("http://127.0.0.1:" + port + "/"));
        told.tell(targets("user;userId=1"));
        Thread.sleep(400);
        told.tell(targets("user;userId=2"));
        try (var edge = new Edge(port, number -> 204)) {
            assertEquals("user;userId=1, user;userId=2", edge.next().stale());
            assertTrue(edge.isQuiet(500));
        }
    }

    @Test
    void answerThatIsAnError_isTriedAgain_withGrowingPauses() throws Exception {
        try (var edge = new Edge(0, number -> number < 3 ? 503 : 200)) {
            http(edge.url()).tell(targets("user"));
            var times = new ArrayList<Long>();
            for (int i = 0; i < 4; i++) {
                var request = edge.next();
                assertEquals("user", request.stale());
                times.add(request.nanos());
            }
            for (int i = 1; i < 4; i++) {
                long pause = TimeUnit.NANOSECONDS.toMillis(times.get(i) - times.get(i - 1));
                assertTrue(pause >= 100L << i, "pause " + i + " is " + pause);
            }
            assertTrue(edge.isQuiet(500));
        }
    }

    /** Its status is no success before its end, and it must not keep the next ones waiting. */
    @Test
    void answerThatNeverEnds_isTriedAgain() throws Exception {
        try (var stalls = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            http(URI.create("http://127.0.0.1:" + stalls.getLocalPort() + "/")).tell(targets("user"));
            for (int i = 0; i < 2; i++) {
                stalls.setSoTimeout(20_000);
                var first = stalls.accept(); // left open
                first.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void everything_isSentOnceMore_afterTheSettlingTime() throws Exception {
        try (var edge = new Edge()) {
            var told = http(edge.url(), null, Duration.ofMillis(800), 4096);
            told.tell(targets("user;userId=1"));
            var first = edge.next();
            told.tell(targets("user;userId=2"));
            assertEquals("user;userId=2", edge.next().stale());
            var again = edge.next();
            assertEquals("user;userId=1, user;userId=2", again.stale());
            long millis = TimeUnit.NANOSECONDS.toMillis(again.nanos() - first.nanos());
            assertTrue(millis >= 800, "after " + millis);
            assertTrue(edge.isQuiet(1_500));
        }
    }

    @Test
    void sinkThatIsSlow_delaysNobody_andIsToldTheRestAtOnce() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var quick = new LinkedBlockingQueue<List<PurgeSink.Stale>>();
        var tells = beans(
                stale -> {
                    told.add(stale);
                    mayEnd.await();
                },
                quick::add);
        tells.tell(targets("user;userId=0"));
        assertEquals("user;userId=0", header(told()));
        long begun = System.nanoTime();
        for (int i = 1; i <= 1_000; i++) {
            tells.tell(targets("user;userId=" + i));
        }
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(2));
        var seen = new HashSet<String>();
        while (seen.size() < 1_001) {
            quick.take().forEach(stale -> seen.add(stale.header()));
        }
        assertTrue(told.isEmpty());
        mayEnd.countDown();
        assertEquals(1_000, told().size());
    }

    @Test
    void stale_told_hasItsParts() throws Exception {
        beans(told::add).tell(targets("user.userProfile;a=%20x;b=2"));
        var params = new TreeMap<String, String>();
        params.put("a", " x");
        params.put("b", "2");
        assertEquals(
                List.of(new PurgeSink.Stale("user", Optional.of("userProfile"), params, "user.userProfile;a=%20x;b=2")),
                told());
    }

    @Test
    void moreThanFits_getsBroader_andNothingIsLost() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var tells = beans(stale -> {
            told.add(stale);
            mayEnd.await();
        });
        tells.tell(targets("first"));
        told();
        tells.tell(targets("cart;cartId=7"));
        for (int i = 0; i < 20_000; i++) {
            tells.tell(targets("user;userId=" + i));
        }
        mayEnd.countDown();
        assertEquals(
                Set.of("cart;cartId=7", "user"),
                Set.copyOf(told().stream().map(PurgeSink.Stale::header).toList()));
    }

    @Test
    void moreContextsThanFit_areEverything() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var tells = beans(stale -> {
            told.add(stale);
            mayEnd.await();
        });
        tells.tell(targets("first"));
        told();
        for (int i = 0; i < 1_000; i++) {
            tells.tell(targets("context" + i + "x".repeat(200)));
        }
        mayEnd.countDown();
        assertEquals("*", header(told()));
    }

    @Test
    void sinkThatThrows_isToldAgain_andOthersAreToldOnce() throws Exception {
        var calls = new AtomicInteger();
        var other = new LinkedBlockingQueue<List<PurgeSink.Stale>>();
        beans(
                        stale -> {
                            switch (calls.getAndIncrement()) {
                                case 0 -> throw new IOException("on purpose");
                                case 1 -> throw new StackOverflowError("on purpose");
                                case 2 -> throw new InterruptedException("on purpose");
                                default -> told.add(stale);
                            }
                        },
                        other::add)
                .tell(targets("user"));
        assertEquals("user", header(told()));
        assertEquals(1, other.size());
    }

    @Test
    void end_tellsWhatIsLeft_alsoTheRepeats() throws Exception {
        try (var edge = new Edge()) {
            var told = http(edge.url(), null, Duration.ofMinutes(1), 4096);
            told.tell(targets("user"));
            assertEquals("user", edge.next().stale());
            told.close();
            assertEquals("user", edge.next().stale());
            told.tell(targets("late"));
            assertTrue(edge.isQuiet(300));
        }
    }

    @Test
    void endOfSinksThatHang_takesSeconds() throws Exception {
        PurgeSink hangs = stale -> {
            told.add(stale);
            new CountDownLatch(1).await();
        };
        var tells = beans(hangs, hangs, hangs);
        tells.tell(targets("user"));
        for (int i = 0; i < 3; i++) {
            told();
        }
        long begun = System.nanoTime();
        tells.close();
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(5));
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
