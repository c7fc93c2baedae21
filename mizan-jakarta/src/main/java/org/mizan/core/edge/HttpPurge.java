package org.mizan.core.edge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mizan.core.config.Secret;
import org.mizan.core.protocol.InvalidateHeader;
import org.mizan.spi.PurgeSink;

/**
 * Sends {@code PURGE} with {@code X-Mizan-Invalidate} to one URL; in several requests when the header would be too long.
 * An answer other than 2xx is a failure. Thread-safe.
 */
final class HttpPurge implements PurgeSink {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SEPARATOR = 2;

    private final HttpClient client;
    private final URI url;
    private final @Nullable Secret token;
    private final int maxHeader;

    HttpPurge(HttpClient client, URI url, @Nullable Secret token, int maxHeader) {
        this.client = client;
        this.url = url;
        this.token = token;
        this.maxHeader = maxHeader;
    }

    @Override
    public void purge(List<Stale> stale) throws IOException, InterruptedException {
        for (var header : headers(stale)) {
            send(header);
        }
    }

    private void send(String header) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_1_1)
                .method("PURGE", BodyPublishers.noBody())
                .header(InvalidateHeader.NAME, header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token.reveal());
        }
        int status = status(client.sendAsync(request.build(), BodyHandlers.discarding()));
        if (status < 200 || status > 299) {
            throw new IOException("the answer to PURGE is " + status);
        }
    }

    /** Waits to the end of the answer: a request's own timeout ends with its headers. */
    private static int status(CompletableFuture<HttpResponse<Void>> answer) throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode();
        } catch (TimeoutException e) {
            throw new IOException("no whole answer to PURGE within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** The texts of as few headers as hold everything; what does not fit alone is told as its whole context. */
    private List<String> headers(List<Stale> stale) {
        var headers = new ArrayList<String>();
        var next = new StringBuilder();
        for (var target : stale) {
            var text = target.header().length() <= maxHeader ? target.header() : target.context();
            if (!next.isEmpty() && next.length() + SEPARATOR + text.length() > maxHeader) {
                headers.add(next.toString());
                next.setLength(0);
            }
            next.append(next.isEmpty() ? "" : ", ").append(text);
        }
        headers.add(next.toString());
        return headers;
    }
}
