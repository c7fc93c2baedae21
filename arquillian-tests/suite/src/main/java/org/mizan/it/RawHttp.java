package org.mizan.it;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests that no well-behaved client can send: written byte by byte on a socket of their own. */
public final class RawHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;

    /** Speaks with the server of an address; request targets are relative to its path. */
    public RawHttp(URI base) {
        this.base = base;
    }

    /**
     * What came back.
     *
     * @param status 0 when the connection was closed without an answer
     * @param headers by lower-case name
     */
    public record Reply(int status, Map<String, List<String>> headers, String body) {
        /** The header's value; empty when it was not sent once. */
        public String header(String name) {
            var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            return values.size() == 1 ? values.get(0) : "";
        }
    }

    /** A request without a body. */
    public Reply send(String method, String target, String... headers) {
        return send(method, target, List.of(headers), new byte[0]);
    }

    /** A request whose body is announced with its true length. */
    public Reply post(String target, String contentType, byte[] body) {
        return send("POST", target, List.of("Content-Type: " + contentType, "Content-Length: " + body.length), body);
    }

    /** A request with headers and body as they are given; nothing is added but {@code Host} and {@code Connection}. */
    public Reply send(String method, String target, List<String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + base.getRawPath() + target + " HTTP/1.1\r\nHost: "
                + base.getAuthority() + "\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                var out = socket.getOutputStream();
                out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
                out.write(body);
                out.flush();
            } catch (IOException e) {
                // The server may have answered and closed before it read everything.
            }
            return read(socket.getInputStream(), method.equals("HEAD"));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + target, e);
        }
    }

    private static Reply read(InputStream in, boolean head) throws IOException {
        String status;
        var headers = new TreeMap<String, List<String>>();
        try {
            status = line(in);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        } catch (EOFException | java.net.SocketException e) {
            return new Reply(0, Map.of(), "");
        }
        var body = head ? new byte[0] : body(in, headers);
        return new Reply(Integer.parseInt(status.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length").get(0)));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
