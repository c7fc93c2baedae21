package org.mizan.core.cache.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy does to an echo server's clients what it says. */
@Timeout(60)
class TcpProxyTest {
    private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

    private final AtomicInteger received = new AtomicInteger();
    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket one = echo.accept();
                daemon(() -> echo(one));
            }
        });
        proxy = new TcpProxy(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException over) {
                // the test is
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void echo(Socket one) throws IOException {
        try (one) {
            byte[] chunk = new byte[64];
            for (int n = one.getInputStream().read(chunk);
                    n > 0;
                    n = one.getInputStream().read(chunk)) {
                received.addAndGet(n);
                one.getOutputStream().write(chunk, 0, n);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(20_000);
        return client;
    }

    private static byte[] ask(Socket client) throws IOException {
        client.getOutputStream().write(HELLO);
        return client.getInputStream().readNBytes(HELLO.length);
    }

    private static Duration timeOf(Task task) throws IOException {
        long start = System.nanoTime();
        task.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void assertAtLeast(long millis, Duration taken) {
        assertTrue(taken.toMillis() >= millis, taken::toString);
    }

    @Test
    void untouched_passesBothWays() throws IOException {
        try (Socket a = connect();
                Socket b = connect()) {
            assertArrayEquals(HELLO, ask(a));
            assertArrayEquals(HELLO, ask(b));
            assertArrayEquals(HELLO, ask(a));
            assertEquals(2, proxy.connections());
            assertEquals(2, proxy.accepted());
        }
    }

    @Test
    void delay_holdsBackEachChunk_untilItIsTakenBack() throws IOException {
        try (Socket client = connect()) {
            ask(client);
            proxy.delay(Duration.ofMillis(100));
            assertAtLeast(200, timeOf(() -> ask(client)));
            proxy.delay(TcpProxy.Direction.REQUESTS, Duration.ZERO);
            assertAtLeast(100, timeOf(() -> ask(client)));
            proxy.delay(Duration.ofHours(1));
            client.setSoTimeout(100);
            assertThrows(SocketTimeoutException.class, () -> ask(client));
            client.setSoTimeout(20_000);
            proxy.delay(Duration.ZERO);
            assertArrayEquals(HELLO, client.getInputStream().readNBytes(HELLO.length));
        }
    }

    @Test
    void cut_endsAllConnections_alsoWhileBytesAreHeldBack() throws IOException {
        try (Socket a = connect();
                Socket b = connect()) {
            ask(a);
            ask(b);
            proxy.delay(Duration.ofHours(1));
            b.getOutputStream().write(HELLO);
            proxy.cut();
            assertEnded(a);
            assertEnded(b);
            assertEquals(0, proxy.connections());
            proxy.delay(Duration.ZERO);
            try (Socket c = connect()) {
                assertArrayEquals(HELLO, ask(c));
            }
        }
    }

    private static void assertEnded(Socket client) throws IOException {
        try {
            assertEquals(-1, client.getInputStream().read());
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException reset) {
            // an end as well
        }
    }

    @Test
    void cutAfter_endsOneReplyInItsMiddle() throws IOException {
        try (Socket a = connect();
                Socket b = connect()) {
            ask(a);
            ask(b);
            proxy.cutAfter(2);
            assertArrayEquals(new byte[] {'h', 'e'}, ask(a));
            assertArrayEquals(HELLO, ask(b));
        }
    }

    @Test
    void cutAfterNothing_endsTheConnection_whenTheServerHasDoneItsWork() throws IOException {
        try (Socket client = connect()) {
            proxy.cutAfter(0);
            assertArrayEquals(new byte[0], ask(client));
            assertEquals(HELLO.length, received.get());
        }
    }

    @Test
    void cutAfterMoreThanAReply_endsALaterReplyOfTheSameConnection() throws IOException {
        try (Socket a = connect();
                Socket b = connect()) {
            proxy.cutAfter(HELLO.length + 1);
            assertArrayEquals(HELLO, ask(a));
            assertArrayEquals(HELLO, ask(b));
            assertArrayEquals(HELLO, ask(b));
            assertArrayEquals(new byte[] {'h'}, ask(a));
        }
    }

    @Test
    void stall_keepsOldAndNewConnections_andPassesAllLater() throws IOException {
        try (Socket old = connect()) {
            ask(old);
            proxy.stall(true);
            try (Socket young = connect()) {
                for (Socket client : new Socket[] {old, young}) {
                    client.setSoTimeout(100);
                    assertThrows(SocketTimeoutException.class, () -> ask(client));
                    client.setSoTimeout(20_000);
                }
                assertEquals(HELLO.length, received.get());
                proxy.stall(false);
                assertArrayEquals(HELLO, old.getInputStream().readNBytes(HELLO.length));
                assertArrayEquals(HELLO, young.getInputStream().readNBytes(HELLO.length));
            }
        }
    }

    @Test
    void requestOfAClientThatGaveUp_afterAStall_stillArrives() throws Exception {
        proxy.stall(true);
        try (Socket client = connect()) {
            client.getOutputStream().write(HELLO);
        }
        proxy.stall(false);
        while (received.get() < HELLO.length) {
            Thread.sleep(1);
        }
    }

    @Test
    void drop_losesOneDirection() throws IOException {
        try (Socket client = connect()) {
            ask(client);
            client.setSoTimeout(100);
            proxy.drop(TcpProxy.Direction.REPLIES, true);
            assertThrows(SocketTimeoutException.class, () -> ask(client));
            assertEquals(2 * HELLO.length, received.get());
            proxy.drop(TcpProxy.Direction.REPLIES, false);
            proxy.drop(TcpProxy.Direction.REQUESTS, true);
            assertThrows(SocketTimeoutException.class, () -> ask(client));
            assertEquals(2 * HELLO.length, received.get());
        }
    }

    @Test
    void refuse_endsNewConnectionsOnly() throws IOException {
        try (Socket old = connect()) {
            ask(old);
            proxy.refuse(true);
            try (Socket young = connect()) {
                assertEnded(young);
            }
            assertArrayEquals(HELLO, ask(old));
            proxy.refuse(false);
            try (Socket young = connect()) {
                assertArrayEquals(HELLO, ask(young));
            }
        }
    }

    @Test
    void targetThatIsGone_endsTheConnection() throws IOException {
        // Bound, and nobody listens: a port that was given back would be anybody's.
        try (Socket gone = new Socket()) {
            gone.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            proxy.close();
            proxy = new TcpProxy(gone.getLocalPort());
            try (Socket client = connect()) {
                assertEnded(client);
            }
        }
    }

    @Test
    void close_endsPortConnectionsAndThreads() throws IOException {
        String threads = "proxy-" + proxy.port() + "-";
        try (Socket busy = connect();
                Socket held = connect()) {
            ask(busy);
            assertTrue(isAlive(threads));
            proxy.stall(true);
            held.getOutputStream().write(HELLO);
            proxy.close();
            assertEnded(busy);
            assertEnded(held);
            assertFalse(isAlive(threads));
            assertThrows(IOException.class, this::connect);
        }
    }

    private static boolean isAlive(String threads) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(threads));
    }
}
