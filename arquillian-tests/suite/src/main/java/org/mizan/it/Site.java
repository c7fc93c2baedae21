package org.mizan.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * One deployed application, spoken with over HTTP. Paths are relative to the context root, without a leading slash.
 * Redirects are not followed: the suite looks at them.
 */
public final class Site {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** HTTP/1.1 unless a request says otherwise: Payara's upgrade of a POST to HTTP/2 loses a connection now and then. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final URI base;

    /** The application at the URL that Arquillian injected. */
    public Site(URL url) {
        this(Server.loopback(url));
    }

    private Site(URI base) {
        this.base = base;
    }

    /** The application {@code <name>.war}, for deployments whose URL Arquillian does not know. */
    public static Site of(String name) {
        return new Site(Server.root().resolve(name + "/"));
    }

    /** The absolute address of a path. */
    public URI uri(String path) {
        return base.resolve(path);
    }

    /** A request to be completed by the test; sent by {@link #send}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** So many visitors at once. */
    List<HttpResponse<String>> together(int visitors, String path) {
        var answers = IntStream.range(0, visitors)
                .mapToObj(i -> client.sendAsync(request(path).GET().build(), BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a WebSocket at a path. */
    public WebSocket socket(String path, WebSocket.Listener listener) {
        URI address = URI.create("ws" + uri(path).toString().substring("http".length()));
        return client.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, listener)
                .join();
    }
}
