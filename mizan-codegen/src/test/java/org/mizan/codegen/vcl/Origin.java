package org.mizan.codegen.vcl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says what a Mizan application says. Each answer has another number, so that a kept one is seen. */
final class Origin implements AutoCloseable {
    /** What the next requests of a path are answered with, beside what all have; each line of a value is a header line. */
    record Answer(int status, String type, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Origin() throws IOException {
        // Else each answer on a connection that is used again takes 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answers(String path, int status, String type, Map<String, String> headers) {
        answers.put(path, new Answer(status, type, headers));
    }

    /** Answers as an application that nobody has told anything. */
    void forget() {
        answers.clear();
        before.clear();
        asked.clear();
    }

    /** Runs something while a request of the path is being answered: its data is read already. */
    void during(String path, Runnable work) {
        before.put(path, work);
    }

    /** The requests that came, with who asked. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var headers = exchange.getRequestHeaders();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + headers.get("Cookie") + " "
                    + headers.keySet().stream()
                            .filter(name -> name.startsWith("Mizan"))
                            .toList());
            exchange.getRequestBody().readAllBytes();
            var body = String.valueOf(number.incrementAndGet());
            var work = before.remove(path);
            if (work != null) {
                work.run();
            }
            var context = path.startsWith("/api/");
            var said =
                    answers.getOrDefault(path, new Answer(200, context ? "application/json" : "text/html", Map.of()));
            exchange.getResponseHeaders().set("Content-Type", said.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            said.headers().forEach((name, lines) -> {
                exchange.getResponseHeaders().remove(name);
                lines.lines().forEach(line -> exchange.getResponseHeaders().add(name, line));
            });
            var invalidate = headers.getFirst("Test-Invalidate");
            if (invalidate != null) {
                exchange.getResponseHeaders().set("X-Mizan-Invalidate", invalidate);
            }
            var status = headers.getFirst("Test-Status");
            var head = exchange.getRequestMethod().equals("HEAD");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    status == null ? said.status() : Integer.parseInt(status), head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
