package org.mizan.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An edge, as far as {@code PURGE} goes: a real HTTP server in the JVM of the tests that remembers what it was told. */
final class PurgeListener {
    private final int port;
    private final long slowMillis;
    private final List<String> told = new CopyOnWriteArrayList<>();

    private PurgeListener(int port, long slowMillis) {
        this.port = port;
        this.slowMillis = slowMillis;
    }

    /** One that answers after a while; it ends with the JVM. */
    static PurgeListener start(long slowMillis) {
        var listener = later(slowMillis);
        listener.listen();
        return listener;
    }

    /** One that nobody can connect to before {@link #listen}. */
    static PurgeListener later(long slowMillis) {
        try (var socket = new ServerSocket(0)) {
            return new PurgeListener(socket.getLocalPort(), slowMillis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, or would: a place for something else that takes {@code PURGE}. */
    int port() {
        return port;
    }

    void listen() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "purge-listener");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean asExpected = exchange.getRequestMethod().equals("PURGE")
                && List.of("Bearer s3cret").equals(exchange.getRequestHeaders().get("Authorization"));
        told.addAll(List.of(
                asExpected
                        ? exchange.getRequestHeaders()
                                .getFirst("X-Mizan-Invalidate")
                                .split(", ")
                        : new String[] {"?"}));
        try {
            Thread.sleep(slowMillis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** The settings of an application that tells these. */
    static String settings(int settle, PurgeListener... listeners) {
        var urls = new StringBuilder();
        for (var listener : listeners) {
            urls.append(urls.isEmpty() ? "" : ",")
                    .append("http://127.0.0.1:")
                    .append(listener.port)
                    .append("/");
        }
        return "mizan.edge.purge-urls=" + urls + "\nmizan.edge.purge-token=s3cret\nmizan.edge.settle=" + settle + "\n";
    }

    /** What it was told of so far, as the header has it. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Waits until it was told of a target some number of times. */
    void await(String target, int times) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (told.stream().filter(target::equals).count() < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError(target + " was not told " + times + " times: " + told);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
