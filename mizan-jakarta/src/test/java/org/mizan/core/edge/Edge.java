package org.mizan.core.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/** A real HTTP server that remembers the requests that it got. */
final class Edge implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private int number;

    record Request(String method, String path, String stale, String authorization, long nanos) {}

    /**
     * Starts it.
     *
     * @param status the status of each request by its number, from 0
     */
    Edge(int port, IntUnaryOperator status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, status));
        server.start();
    }

    Edge() throws IOException {
        this(0, number -> 200);
    }

    private synchronized void answer(HttpExchange exchange, IntUnaryOperator status) throws IOException {
        var headers = exchange.getRequestHeaders();
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(headers.getFirst("X-Mizan-Invalidate")),
                String.valueOf(headers.getFirst("Authorization")),
                System.nanoTime()));
        exchange.sendResponseHeaders(status.applyAsInt(number++), -1);
        exchange.close();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/purge");
    }

    /** The next request, which must come soon. */
    Request next() throws InterruptedException {
        var next = requests.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request came");
        }
        return next;
    }

    /** Whether nothing comes for a while. */
    boolean isQuiet(long millis) throws InterruptedException {
        return requests.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
